import { catalogue } from '../words/catalogue.js';

export const coloursWords = catalogue(
  { colours: 'Màu nền', light: 'Sáng', dark: 'Tối', auto: 'Theo máy' },
  { colours: 'Colours', light: 'Light', dark: 'Dark', auto: 'As the machine' },
);
