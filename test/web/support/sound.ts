import { expect } from '@jest/globals';
import type { Look, Reader } from './reader.js';

/** How every page is looked at: on a telephone at night, and on a desk by day in the other language. */
export const LOOKS: readonly Look[] = [
  { language: 'vi', colours: 'dark', width: 360 },
  { language: 'en', colours: 'light' },
];

/** Everyone can read the page as it stands: nothing for axe to object to, nothing wider than the window. */
export async function sound(reader: Reader): Promise<void> {
  await reader.loaded();
  const at = reader.page.url();
  expect({ at, found: await reader.violations() }).toEqual({ at, found: [] });
  expect({ at, wide: await reader.overflows() }).toEqual({ at, wide: false });
}

/** The same of each address, as soon as a heading of its level is there. */
export async function soundAt(reader: Reader, paths: readonly string[], level = 1): Promise<void> {
  for (const path of paths) {
    await reader.goTo(path);
    await reader.page.getByRole('heading', { level }).first().waitFor();
    await sound(reader);
  }
}
