import { Button, Group, List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { STATUS_NAMES } from '../../../libs/contracts/state-names.js';
import { useAct, wish } from '../shared/api/act.js';
import type { TaskShown } from '../shared/api/answers.js';
import { Panel } from '../shared/ui/panel.js';
import { ProblemAlert } from '../shared/ui/problem-alert.js';
import { QueryState } from '../shared/ui/query-state.js';
import { sayDone } from '../shared/ui/toast.js';
import { capital } from '../shared/words/format.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { isOpenToMe, matterQuery } from './matter-query.js';
import { mattersWords } from './matters.words.js';

interface RoundOpened {
  readonly id: string;
  readonly nominations: Readonly<Record<string, number>>;
}

/** An award round whose submission list is to be made: how its dossiers stand, and making it. */
export function RoundMatter({ task, onEnded }: { readonly task: TaskShown; readonly onEnded: () => void }) {
  const t = useWords(mattersWords);
  const say = useSay();
  const { number } = useFormats();
  const query = useQuery(matterQuery<RoundOpened>(task));
  const act = useAct({
    onDone: () => {
      sayDone(t.listed);
      onEnded();
    },
  });
  return (
    <QueryState query={query}>
      {(round) => (
        <Panel title={t.round} hint={t.listHint}>
          <List size="sm">
            {Object.entries(round.nominations).map(([status, count]) => (
              <List.Item key={status}>
                {t.dossiers(capital(say(STATUS_NAMES[status] ?? { vi: '', en: '' })), number(count))}
              </List.Item>
            ))}
          </List>
          {Object.keys(round.nominations).length === 0 && <Text c="dimmed">{t.dossiers(t.round, number(0))}</Text>}
          {act.isError && <ProblemAlert error={act.error} />}
          {isOpenToMe(task) && (
            <Group>
              <Button
                loading={act.isPending}
                onClick={() => act.mutate(wish(`/api/v1/rounds/${encodeURIComponent(round.id)}/submission-list`))}
              >
                {t.makeList}
              </Button>
            </Group>
          )}
        </Panel>
      )}
    </QueryState>
  );
}
