import { ChevronDown } from 'lucide-react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue, Text } from 'react-aria-components';
import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form';

interface Props<Value extends string> {
  label: string;
  hint?: string;
  options: readonly { value: Value; label: string }[];
  value: Value;
  onChange: (value: Value) => void;
  isDisabled?: boolean;
}

/** One of a few. */
export function Select<Value extends string>({ label, hint, options, value, onChange, isDisabled }: Props<Value>) {
  return (
    <AriaSelect className="field" value={value} onChange={(key) => onChange(key as Value)} isDisabled={isDisabled}>
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

interface FormProps<Values extends FieldValues> extends Omit<Props<string>, 'value' | 'onChange'> {
  control: Control<Values>;
  name: FieldPath<Values>;
}

/** A choice of a form. */
export function FormSelect<Values extends FieldValues>({ control, name, ...props }: FormProps<Values>) {
  const { field } = useController({ control, name });
  return <Select {...props} value={String(field.value)} onChange={field.onChange} />;
}
