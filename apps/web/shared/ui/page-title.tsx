import { Title } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { common } from '../words/common.words.js';
import { useWords } from '../words/language.js';

/** The one heading of a page; it names the browser's tab as well. */
export function PageTitle({ text, children }: { readonly text: string; readonly children?: ReactNode }) {
  const { product } = useWords(common);
  useEffect(() => {
    document.title = `${text} · ${product}`;
  }, [text, product]);
  return (
    <Title order={1} size="h3">
      {children ?? text}
    </Title>
  );
}
