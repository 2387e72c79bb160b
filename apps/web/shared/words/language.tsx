import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Bilingual } from '../../../../libs/domain/campaign-plan/parts.js';
import { keep, kept } from '../kept.js';
import type { Catalogue, Language, Words } from './catalogue.js';
import { formatsOf, type Formats } from './format.js';

interface Speaking {
  readonly language: Language;
  readonly speak: (language: Language) => void;
}

const KEY = 'vinhdanh.language';
const SpeakingContext = createContext<Speaking>({ language: 'vi', speak: () => undefined });

/** The language of this browser: Vietnamese until its reader chooses English. */
export const keptLanguage = (): Language => (kept(KEY) === 'en' ? 'en' : 'vi');

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(keptLanguage);
  const speak = useCallback((next: Language) => {
    keep(KEY, next);
    setLanguage(next);
  }, []);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const speaking = useMemo(() => ({ language, speak }), [language, speak]);
  return <SpeakingContext value={speaking}>{children}</SpeakingContext>;
}

export const useLanguage = (): Speaking => useContext(SpeakingContext);

/** The texts of a catalogue in the reader's language. */
export const useWords = <V,>(words: Catalogue<V>): Words<V> => words[useLanguage().language];

/** What the server tells in both languages, in the reader's. */
export function useSay(): (text: Bilingual) => string {
  const { language } = useLanguage();
  return (text) => text[language];
}

/** Dates, times and numbers as the reader writes them. */
export function useFormats(): Formats {
  const { language } = useLanguage();
  return formatsOf(language);
}
