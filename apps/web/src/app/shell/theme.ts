import { computed, effect, Injectable, signal } from '@angular/core';

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEY = 'zit.theme';

const stored = (): Theme => {
  const found = localStorage.getItem(KEY);
  return THEMES.find((theme) => theme === found) ?? 'auto';
};

/** The chosen look; nothing else of a person is kept in the browser. */
@Injectable({ providedIn: 'root' })
export class ThemeChoice {
  private readonly chosen = signal<Theme>(stored());
  readonly theme = computed(() => this.chosen());

  constructor() {
    effect(() => {
      const theme = this.chosen();
      if (theme === 'auto') delete document.documentElement.dataset['theme'];
      else document.documentElement.dataset['theme'] = theme;
    });
  }

  next(): void {
    const theme = THEMES[(THEMES.indexOf(this.chosen()) + 1) % THEMES.length] ?? 'auto';
    localStorage.setItem(KEY, theme);
    this.chosen.set(theme);
  }
}
