import type { Bilingual } from '../../../../libs/domain/campaign-plan/parts.js';

export type Language = keyof Bilingual;

/** A text, or a function that puts names and numbers into one. */
type Entry = string | ((...given: never[]) => string);

/** The shape of a set of texts, apart from what they say. */
export type Words<V> = {
  readonly [K in keyof V]: V[K] extends (...given: infer A) => string ? (...given: A) => string : string;
};
export type Catalogue<V> = Readonly<Record<Language, Words<V>>>;

/**
 * The texts of one folder in both languages. Vietnamese is the source: English must have the same keys with the same
 * parameters, none missing and none left over, or nothing compiles.
 */
export const catalogue = <V extends Readonly<Record<string, Entry>>>(vi: V, en: NoInfer<Words<V>>): Catalogue<V> => ({
  // Each text is a string or a function of its own parameters: what Words<V> says of it.
  vi: vi as unknown as Words<V>,
  en,
});
