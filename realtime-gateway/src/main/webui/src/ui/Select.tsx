import { ChevronDown } from 'lucide-react';
import { Button, FieldError, Label, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue, Text } from 'react-aria-components';
import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form';

interface Props<Value extends string> {
  label: string;
  hint?: string;
  options: readonly { value: Value; label: string }[];
  value: Value;
  onChange: (value: Value) => void;
  error?: string;
  isDisabled?: boolean;
}

/** One of a few. */
export function Select<Value extends string>({ label, hint, options, value, onChange, error, isDisabled }: Props<Value>) {
  return (
    <AriaSelect
      className="field"
      value={value}
      onChange={(key) => onChange(key as Value)}
      isDisabled={isDisabled}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
    >
      <Label>{label}</Label>
      <Button className="select-button">
        <SelectValue />
        <ChevronDown size={18} aria-hidden />
      </Button>
      {hint && (
        <Text slot="description" className="muted small">
          {hint}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
      <Popover className="popover">
        <ListBox items={options.map((option) => ({ ...option, id: option.value }))}>
          {(option) => (
            <ListBoxItem className="option" textValue={option.label}>
              {option.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

interface FormProps<Values extends FieldValues> extends Omit<Props<string>, 'value' | 'onChange' | 'error'> {
  control: Control<Values>;
  name: FieldPath<Values>;
}

/** A choice of a form, and why it was refused. */
export function FormSelect<Values extends FieldValues>({ control, name, ...props }: FormProps<Values>) {
  const { field, fieldState } = useController({ control, name });
  return <Select {...props} value={String(field.value)} onChange={field.onChange} error={fieldState.error?.message} />;
}
