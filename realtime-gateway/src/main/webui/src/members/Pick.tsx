import { ComboBox, FieldError, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import { useTranslation } from 'react-i18next';

export interface PickProps {
  label: string;
  hint: string;
  error?: string;
  onPick: (userId: string | null) => void;
}

interface Props extends PickProps {
  options: { id: string; name: string; note?: string }[];
  typed: string;
  onType: (typed: string) => void;
}

/** One of the people whom a search has found. */
export function Pick({ label, hint, error, onPick, options, typed, onType }: Props) {
  const { t } = useTranslation();
  return (
    <ComboBox
      className="field"
      items={options}
      inputValue={typed}
      onInputChange={onType}
      onChange={(key) => onPick(key === null ? null : String(key))}
      allowsEmptyCollection
      isInvalid={Boolean(error)}
      validationBehavior="aria"
    >
      <Label>{label}</Label>
      <Input className="input" autoComplete="off" />
      <Text slot="description" className="muted small">
        {hint}
      </Text>
      <FieldError className="field-error">{error}</FieldError>
      <Popover className="popover">
        <ListBox renderEmptyState={() => <p className="option muted">{t('members.pickNone')}</p>}>
          {(option: Props['options'][number]) => (
            <ListBoxItem className="option" textValue={option.name}>
              <bdi>{option.name}</bdi> {option.note && <span className="muted small">{option.note}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
