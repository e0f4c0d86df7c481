import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from './en';

export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

const CHOSEN = 'convoke.language';

/** The language she chose, else the browser's first that is there. */
export function language(): Language {
  const wanted = [localStorage.getItem(CHOSEN), ...navigator.languages].map((tag) => tag?.slice(0, 2));
  return LANGUAGES.find((each) => each === wanted.find((tag) => LANGUAGES.some((known) => known === tag))) ?? 'en';
}

export async function startI18n(start = language()): Promise<void> {
  await i18next.use(initReactI18next).init({
    fallbackLng: 'en',
    resources: { en: { translation: en } },
    interpolation: { escapeValue: false },
  });
  await speak(start);
}

export async function choose(chosen: Language): Promise<void> {
  localStorage.setItem(CHOSEN, chosen);
  await speak(chosen);
}

async function speak(chosen: Language): Promise<void> {
  if (chosen === 'de' && !i18next.hasResourceBundle('de', 'translation')) {
    i18next.addResourceBundle('de', 'translation', (await import('./de')).default);
  }
  await i18next.changeLanguage(chosen);
  document.documentElement.lang = chosen;
}
