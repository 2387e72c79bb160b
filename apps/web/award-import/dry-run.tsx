import { Alert, Button, Checkbox, Group, Text } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { newKey } from '../shared/api/client.js';
import { refetchWhatFollows } from '../shared/api/follows.js';
import { Figure } from '../shared/ui/figure.js';
import { MoreButton } from '../shared/ui/more-button.js';
import { Panel } from '../shared/ui/panel.js';
import { ProblemAlert } from '../shared/ui/problem-alert.js';
import { QueryState } from '../shared/ui/query-state.js';
import { Empty } from '../shared/ui/states.js';
import { useFormats, useWords } from '../shared/words/language.js';
import { awardImportWords } from './award-import.words.js';
import { ColumnsPanel } from './columns-panel.js';
import type { ImportDone, ImportSummary } from './import-answers.js';
import { enterImport, previewQuery, type Reading } from './import-query.js';
import { LinesTable } from './lines-table.js';

/** What would become of a file, row by row, until a person has it entered. */
export function DryRun({ digest }: { readonly digest: string }) {
  const t = useWords(awardImportWords);
  const [reading, setReading] = useState<Reading>({ mapping: {} });
  const [onlyWrong, setOnlyWrong] = useState(false);
  const query = useInfiniteQuery(previewQuery(digest, reading, onlyWrong));
  return (
    <QueryState query={query}>
      {({ pages }) => {
        const [first] = pages;
        if (first === undefined) return null;
        const lines = pages.flatMap((page) => page.lines.items);
        return (
          <>
            <ColumnsPanel preview={first} reading={reading} onReading={setReading} />
            {query.isError && <ProblemAlert error={query.error} />}
            <Panel title={t.dryRun} hint={t.dryRunHint}>
              <Counts summary={first} />
              <Entering digest={digest} reading={reading} summary={first} isLooking={query.isPlaceholderData} />
            </Panel>
            <Panel
              title={t.preview}
              aside={
                <Checkbox
                  label={t.onlyWrong}
                  checked={onlyWrong}
                  onChange={({ currentTarget }) => setOnlyWrong(currentTarget.checked)}
                />
              }
            >
              {lines.length === 0 ? (
                <Empty title={onlyWrong ? t.noWrong : t.noRows} />
              ) : (
                <LinesTable lines={lines} preview={first} />
              )}
              <Group>
                <MoreButton query={query} />
              </Group>
            </Panel>
          </>
        );
      }}
    </QueryState>
  );
}

function Counts({ summary: { rows, ready, known, wrong } }: { readonly summary: ImportSummary }) {
  const t = useWords(awardImportWords);
  const { number } = useFormats();
  return (
    <Group gap="sm" align="stretch">
      <Figure label={t.rows} value={number(rows)} />
      <Figure label={t.fresh} value={number(ready - known)} hint={t.freshHint} />
      <Figure label={t.known} value={number(known)} hint={t.knownHint} />
      <Figure label={t.wrong} value={number(wrong)} {...(wrong > 0 ? { hint: t.wrongHint } : {})} />
    </Group>
  );
}

interface EnteringProps {
  readonly digest: string;
  readonly reading: Reading;
  readonly summary: ImportSummary;
  /** The counts are of another reading of the file; the right ones are on their way. */
  readonly isLooking: boolean;
}

/** The one button that changes something, and what it did. */
function Entering({ digest, reading, summary, isLooking }: EnteringProps) {
  const t = useWords(awardImportWords);
  const { number } = useFormats();
  const client = useQueryClient();
  const entering = useMutation({
    mutationFn: (key: string) => enterImport(digest, reading, key),
    onSuccess: () => refetchWhatFollows(client, [{ kind: 'award', id: '' }]),
  });
  const fresh = summary.ready - summary.known;
  return (
    <>
      {entering.isError && <ProblemAlert error={entering.error} />}
      {entering.data !== undefined && <Entered done={entering.data} />}
      {fresh > 0 ? (
        <Group>
          <Button disabled={isLooking} loading={entering.isPending} onClick={() => entering.mutate(newKey())}>
            {t.enter(number(fresh))}
          </Button>
        </Group>
      ) : (
        summary.missing.length === 0 && (
          <Text size="sm" role="status">
            {summary.known > 0 ? t.allKnown : t.nothingNew}
          </Text>
        )
      )}
    </>
  );
}

function Entered({ done: { ready, known, wrong, recorded } }: { readonly done: ImportDone }) {
  const t = useWords(awardImportWords);
  const { number } = useFormats();
  return (
    <Alert role="status" variant="outline" color="blue" title={t.entered(number(ready - known))}>
      {t.enteredDetail(number(recorded), number(known), number(wrong))}
    </Alert>
  );
}
