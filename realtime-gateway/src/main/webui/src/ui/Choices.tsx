import { Label, RadioButton, RadioField, RadioGroup, Text } from 'react-aria-components';

interface Props<Value extends string> {
  label: string;
  hint?: string;
  options: readonly { value: Value; label: string; hint?: string }[];
  /** Null until it is known. */
  value: Value | null;
  onChange: (value: Value) => void;
}

/** One of a few that are all to be seen, each with what it means. */
export function Choices<Value extends string>({ label, hint, options, value, onChange }: Props<Value>) {
  return (
    <RadioGroup className="field" value={value} onChange={(chosen) => onChange(chosen as Value)} isDisabled={value === null}>
      <Label>{label}</Label>
      {hint && (
        <Text slot="description" className="muted small">
          {hint}
        </Text>
      )}
      {options.map((option) => (
        <RadioField key={option.value} value={option.value} className="choice-field">
          <RadioButton className="choice choice-round">
            <span className="choice-box" aria-hidden />
            {option.label}
          </RadioButton>
          {option.hint && (
            <Text slot="description" className="muted small">
              {option.hint}
            </Text>
          )}
        </RadioField>
      ))}
    </RadioGroup>
  );
}
