import { useTranslation } from 'react-i18next';
import { CHOICES, useOwnPresence } from '../presence/useOwnPresence';
import { Choices } from '../ui/Choices';

/** How one appears to others. */
export function OwnPresence() {
  const { t } = useTranslation();
  const { state, choose } = useOwnPresence();
  return (
    <>
      <h2>{t('settings.presence.title')}</h2>
      <Choices
        label={t('settings.presence.label')}
        options={CHOICES.map((value) => ({ value, label: t(`presence.${value}`), hint: t(`settings.presence.hints.${value}`) }))}
        value={CHOICES.find((choice) => choice === state) ?? null}
        onChange={choose}
      />
    </>
  );
}
