import { List, Text } from '@mantine/core';
import { useWords } from '../shared/words/language.js';
import { engineWords } from './engine.words.js';

const FINDINGS = ['leaves', 'blocks', 'payloads', 'checkpoints', 'held', 'guard', 'derived'] as const;

/** What does not hold, in words. */
export function AlarmFindings({ findings }: { readonly findings: readonly string[] }) {
  const t = useWords(engineWords);
  return (
    <>
      <Text size="sm">{t.findings}</Text>
      <List size="sm" mb="xs">
        {findings.map((code) => {
          const known = FINDINGS.find((one) => one === code);
          return <List.Item key={code}>{known === undefined ? code : t[known]}</List.Item>;
        })}
      </List>
    </>
  );
}
