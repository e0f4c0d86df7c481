import type { Ref } from 'react';
import { FieldError, Input, Label, Text, TextArea, TextField as AriaTextField, type TextFieldProps } from 'react-aria-components';
import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form';

interface Props extends Omit<TextFieldProps, 'className' | 'children'> {
  label: string;
  hint?: string;
  error?: string;
  lines?: boolean;
  inputRef?: Ref<HTMLInputElement & HTMLTextAreaElement>;
}

/** A labelled field with a hint and an error, both told to screen readers. */
export function TextField({ label, hint, error, lines = false, inputRef, ...props }: Props) {
  return (
    <AriaTextField {...props} className="field" isInvalid={Boolean(error)} validationBehavior="aria">
      <Label>{label}</Label>
      {lines ? <TextArea ref={inputRef} className="input" /> : <Input ref={inputRef} className="input" />}
      {hint && (
        <Text slot="description" className="muted small">
          {hint}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </AriaTextField>
  );
}

interface FormProps<Values extends FieldValues> extends Omit<Props, 'name' | 'error'> {
  control: Control<Values>;
  name: FieldPath<Values>;
}

/** A text field of a form; it gets the focus when it is what was refused. */
export function FormText<Values extends FieldValues>({ control, name, ...props }: FormProps<Values>) {
  const { field, fieldState } = useController({ control, name });
  const { name: bound, ref, value, onChange, onBlur } = field;
  return <TextField {...props} name={bound} value={value} onChange={onChange} onBlur={onBlur} inputRef={ref} error={fieldState.error?.message} />;
}
