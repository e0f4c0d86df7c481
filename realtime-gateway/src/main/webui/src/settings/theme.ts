export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const CHOSEN = 'convoke.theme';

export function theme(): Theme {
  const chosen = localStorage.getItem(CHOSEN);
  return THEMES.find((each) => each === chosen) ?? 'system';
}

export function chooseTheme(chosen: Theme): void {
  localStorage.setItem(CHOSEN, chosen);
  applyTheme();
}

/** The style sheets follow `data-theme`, and the system where there is none. */
export function applyTheme(): void {
  const chosen = theme();
  if (chosen === 'system') {
    delete document.documentElement.dataset.theme;
  } else {
    document.documentElement.dataset.theme = chosen;
  }
}
