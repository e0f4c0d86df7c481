import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { choose, LANGUAGES } from '../i18n/i18n';
import { Choices } from '../ui/Choices';
import { chooseTheme, theme, THEMES } from './theme';

/** Each language in its own words. */
const NAMES = { en: 'English', de: 'Deutsch' } as const;

/** Language and colours; they are kept in this browser. */
export function Appearance() {
  const { t, i18n } = useTranslation();
  const [chosen, setChosen] = useState(theme);
  return (
    <>
      <h2>{t('settings.appearance.title')}</h2>
      <Choices
        label={t('settings.appearance.language')}
        options={LANGUAGES.map((value) => ({ value, label: NAMES[value] }))}
        value={LANGUAGES.find((each) => each === i18n.language) ?? 'en'}
        onChange={(language) => void choose(language)}
      />
      <Choices
        label={t('settings.appearance.theme')}
        options={THEMES.map((value) => ({ value, label: t(`settings.appearance.themes.${value}`) }))}
        value={chosen}
        onChange={(now) => {
          chooseTheme(now);
          setChosen(now);
        }}
      />
    </>
  );
}
