/**
 * Preferences of a browser: language, colours, shortcuts. Nothing about persons or work is kept here: that stays on the
 * server. A browser that keeps nothing still works.
 */
export function kept(key: string): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function keep(key: string, value: string): void {
  try {
    window.localStorage.setItem(key, value);
  } catch {
    // Private windows may refuse; the choice then lasts as long as the page.
  }
}
