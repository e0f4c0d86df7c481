import { Button as AriaButton, type ButtonProps } from 'react-aria-components';

interface Props extends Omit<ButtonProps, 'className'> {
  kind?: 'primary' | 'danger' | 'quiet';
  /** Shows nothing but an icon; `aria-label` says what it does. */
  icon?: boolean;
}

/** While `isPending` it keeps the focus and does nothing. */
export function Button({ kind, icon, ...props }: Props) {
  const names = ['button', kind && `button-${kind}`, icon && 'button-icon'];
  return <AriaButton {...props} className={names.filter(Boolean).join(' ')} />;
}
