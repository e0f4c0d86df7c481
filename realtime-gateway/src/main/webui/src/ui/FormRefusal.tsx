import type { FieldErrors } from 'react-hook-form';

/** What is wrong with a form and belongs to none of its fields. */
export function FormRefusal({ errors: { root } }: { errors: FieldErrors }) {
  return (
    root && (
      <p className="field-error" role="alert">
        {root.message}
      </p>
    )
  );
}
