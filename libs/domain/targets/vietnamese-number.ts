/**
 * Numbers as Vietnamese documents print them: a dot (or a space) between thousands, a comma before decimals, leading
 * zeros in counts ("07 xã"). Anything else is refused, never guessed: "1.5" is neither 15 nor 1,5.
 */
const PLAIN = /^([-+−–]?)(\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:[ \u00a0\u202f]\d{3})+)(?:,(\d+))?$/u;

/** The value of a printed number; undefined for a text that is none or could be read in two ways. */
export function parseVietnameseNumber(printed: string): number | undefined {
  const match = PLAIN.exec(printed.trim());
  if (match === null) return undefined;
  const [, sign = '', whole = '', decimals] = match;
  const digits = whole.replaceAll(/[^\d]/gu, '');
  const value = Number(decimals === undefined ? digits : `${digits}.${decimals}`);
  return sign === '' || sign === '+' || value === 0 ? value : -value;
}

/** "09/09" as what was reached out of how many; undefined unless both are numbers and the second is not zero. */
export function parseVietnameseRatio(printed: string): { readonly value: number; readonly of: number } | undefined {
  const [reached, all, ...rest] = printed.split('/').map(parseVietnameseNumber);
  if (rest.length > 0 || reached === undefined || all === undefined || all === 0) return undefined;
  return { value: reached, of: all };
}

/** A number as it is printed: thousands by dots, decimals after a comma, no trailing zeros. */
export function formatVietnameseNumber(value: number): string {
  const [whole = '0', decimals] = plainDigits(Math.abs(value)).split('.');
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, '.');
  return `${value < 0 ? '-' : ''}${grouped}${decimals === undefined ? '' : `,${decimals}`}`;
}

/** Digits without an exponent; what a document cannot print (1e21 and beyond, more than nine decimals) is rounded. */
function plainDigits(value: number): string {
  const plain = String(value);
  return plain.includes('e') ? value.toFixed(9).replace(/\.?0+$/u, '') : plain;
}
