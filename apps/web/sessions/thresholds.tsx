import { Text } from '@mantine/core';
import { useFormats, useWords } from '../shared/words/language.js';
import type { AgendaShown } from './session-query.js';
import { sessionsWords } from './sessions.words.js';

/** The share of votes the rules of the day ask for. */
export function Thresholds({ dossier: { thresholds } }: { readonly dossier: AgendaShown }) {
  const t = useWords(sessionsWords);
  const { number } = useFormats();
  return thresholds.map(({ percent, base, binding, article }) => (
    <Text key={`${base}/${percent}/${article}`} size="sm" c="dimmed">
      {(base === 'all-members' ? t.thresholdAll : t.thresholdPresent)(number(percent), article)}
      {!binding && `; ${t.advisory}`}
    </Text>
  ));
}
