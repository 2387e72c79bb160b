import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Bilingual } from '../../../libs/domain/campaign-plan/parts.js';
import { Panel } from '../shared/ui/panel.js';
import { QueryState } from '../shared/ui/query-state.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { matterQuery, type Owned } from './matter-query.js';
import { mattersWords } from './matters.words.js';

interface DispatchOpened {
  readonly line: Bilingual;
  readonly document: { readonly number: string; readonly date: string };
  readonly recipients: readonly { readonly acknowledged: object | null }[];
}

/** A document one's unit was sent and is asked to say it has. */
export function DispatchMatter({ task }: { readonly task: Owned }) {
  const t = useWords(mattersWords);
  const say = useSay();
  const { day, number } = useFormats();
  const query = useQuery(matterQuery<DispatchOpened>(task));
  return (
    <QueryState query={query}>
      {({ line, document, recipients }) => (
        <Panel title={t.dispatch}>
          <Text fw={600}>{t.numberDay(document.number, day(document.date))}</Text>
          <Text size="sm">{t.line(say(line))}</Text>
          <Text size="sm" c="dimmed">
            {t.acknowledged(
              number(recipients.filter(({ acknowledged }) => acknowledged !== null).length),
              number(recipients.length),
            )}
          </Text>
        </Panel>
      )}
    </QueryState>
  );
}
