import { Button, Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PledgeComparison } from '../../../libs/domain/registration/pledge-results.js';
import type { PledgeVerdict } from '../../../libs/domain/registration/registration.stream.js';
import { useAct, wish } from '../shared/api/act.js';
import type { SealedShown, TaskShown } from '../shared/api/answers.js';
import { Panel } from '../shared/ui/panel.js';
import { ProblemAlert } from '../shared/ui/problem-alert.js';
import { QueryState } from '../shared/ui/query-state.js';
import { sayDone } from '../shared/ui/toast.js';
import { common } from '../shared/words/common.words.js';
import { useFormats, useWords } from '../shared/words/language.js';
import { AttachedFiles, type AttachedFile } from './attached-files.js';
import { isOpenToMe, matterQuery } from './matter-query.js';
import { mattersWords } from './matters.words.js';

interface Entry {
  readonly key: string;
  readonly text: SealedShown;
  readonly unit?: string;
}
interface ResultsOpened {
  readonly id: string;
  readonly inForce?: { readonly pledges: readonly Entry[] };
  readonly comparison: readonly PledgeComparison[];
  readonly results?: {
    readonly items: readonly { readonly key: string; readonly note?: SealedShown }[];
    readonly files?: readonly AttachedFile[];
  };
}

interface Props {
  readonly task: TaskShown;
  readonly onEnded: () => void;
}

/** What a unit reached of its pledge, entry by entry, and the word of who confirmed it. */
export function PledgeResultsMatter({ task, onEnded }: Props) {
  const query = useQuery(matterQuery<ResultsOpened>(task));
  return <QueryState query={query}>{(opened) => <Results opened={opened} task={task} onEnded={onEnded} />}</QueryState>;
}

function Results({ opened, task, onEnded }: Props & { readonly opened: ResultsOpened }) {
  const t = useWords(mattersWords);
  const words = useWords(common);
  const [said, setSaid] = useState<Readonly<Record<string, PledgeVerdict>>>({});
  const [note, setNote] = useState('');
  const act = useAct({
    onDone: () => {
      sayDone(t.assessed);
      onEnded();
    },
  });
  const isMine = isOpenToMe(task);
  const assess = (): void =>
    act.mutate(
      wish(`${task.owner.href}/assessment`, {
        visit: task.visit,
        verdicts: Object.entries(said).map(([key, verdict]) => ({ key, verdict })),
        ...(note.trim() === '' ? {} : { note }),
      }),
    );
  return (
    <Panel title={t.pledge}>
      {(opened.inForce?.pledges ?? []).map((entry) => {
        const compared = opened.comparison.find(({ key }) => key === entry.key);
        const item = opened.results?.items.find(({ key }) => key === entry.key);
        const verdict = said[entry.key] ?? compared?.verdict;
        return (
          <Stack key={entry.key} gap={4}>
            <Text fw={600}>{entry.text.text ?? words.erased}</Text>
            <Numbers entry={entry} compared={compared} />
            {item?.note !== undefined && <Text size="sm">{t.said(item.note.text ?? words.erased)}</Text>}
            {isMine ? (
              <Radio.Group
                aria-label={t.assessment(entry.text.text ?? words.erased)}
                value={verdict ?? ''}
                onChange={(chosen) => setSaid({ ...said, [entry.key]: chosen as PledgeVerdict })}
              >
                <Group>
                  <Radio value="met" label={t.met} />
                  <Radio value="not-met" label={t.notMet} />
                </Group>
              </Radio.Group>
            ) : (
              verdict !== undefined && <Text size="sm">{verdict === 'met' ? t.met : t.notMet}</Text>
            )}
          </Stack>
        );
      })}
      <AttachedFiles files={opened.results?.files ?? []} />
      {act.isError && <ProblemAlert error={act.error} />}
      {isMine && (
        <>
          <Textarea
            label={t.remark}
            autosize
            minRows={2}
            value={note}
            onChange={({ currentTarget }) => setNote(currentTarget.value)}
          />
          <Group>
            <Button onClick={assess} loading={act.isPending}>
              {t.assess}
            </Button>
          </Group>
        </>
      )}
    </Panel>
  );
}

function Numbers({ entry, compared }: { readonly entry: Entry; readonly compared: PledgeComparison | undefined }) {
  const t = useWords(mattersWords);
  const { number } = useFormats();
  if (compared?.wanted === undefined) return null;
  return (
    <Text size="sm">
      {t.wanted(number(compared.wanted), entry.unit ?? '')} ·{' '}
      {compared.reached === undefined ? t.noResult : t.reached(number(compared.reached))}
    </Text>
  );
}
