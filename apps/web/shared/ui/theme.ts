import {
  createTheme,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type MantineThemeOverride,
} from '@mantine/core';
import type { Language } from '../words/catalogue.js';
import { common } from '../words/common.words.js';

/** Blue of the act and the link. Red is kept for what is late and for the mark, so that a colour means one thing. */
const blue: MantineColorsTuple = [
  '#eef4fb',
  '#d9e6f5',
  '#b0caea',
  '#84addf',
  '#5f94d6',
  '#4684d1',
  '#3274c4',
  '#2763ab',
  '#1d5596',
  '#0f4279',
];

const theme = (language: Language): MantineThemeOverride =>
  createTheme({
    colors: { blue },
    primaryColor: 'blue',
    primaryShade: 8,
    autoContrast: true,
    cursorType: 'pointer',
    respectReducedMotion: true,
    defaultRadius: 'md',
    fontFamily: '"Segoe UI", "Noto Sans", system-ui, -apple-system, Roboto, "Helvetica Neue", Arial, sans-serif',
    headings: { fontWeight: '650' },
    components: {
      CloseButton: { defaultProps: { 'aria-label': common[language].close } },
      Modal: { defaultProps: { centered: true } },
      Tooltip: { defaultProps: { withArrow: true, openDelay: 400 } },
    },
  });

const THEMES: Readonly<Record<Language, MantineThemeOverride>> = { vi: theme('vi'), en: theme('en') };

/** The look of everything; the language is in it for what Mantine itself says, such as on its crosses. */
export const themeOf = (language: Language): MantineThemeOverride => THEMES[language];

/** Greys that everyone can read (WCAG 2.2 AA: 4.5 : 1), where Mantine's own are paler. */
export const colourVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#f6f7f9',
    '--mantine-color-dimmed': '#565e6b',
    '--mantine-color-placeholder': '#656d7a',
    '--mantine-color-error': '#b42318',
    '--mantine-color-anchor': '#1d5596',
    '--vd-surface': '#ffffff',
    '--vd-line': '#dfe3e8',
    '--vd-chosen': '#e6eff9',
  },
  dark: {
    '--mantine-color-body': '#15181d',
    '--mantine-color-dimmed': '#a9b1bd',
    '--mantine-color-placeholder': '#98a1ae',
    '--mantine-color-error': '#ff938a',
    '--mantine-color-anchor': '#84addf',
    '--vd-surface': '#1d2127',
    '--vd-line': '#343a43',
    '--vd-chosen': '#22354b',
  },
});
