import { Button, CopyButton, Group, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../shared/api/client.js';
import { Panel } from '../shared/ui/panel.js';
import { ProblemAlert } from '../shared/ui/problem-alert.js';
import { QueryState } from '../shared/ui/query-state.js';
import { sayDone } from '../shared/ui/toast.js';
import { useFormats, useWords } from '../shared/words/language.js';
import { noticesWords } from './notices.words.js';

const PATH = '/api/v1/calendar-feed';

/** The dates of one's work in one's own calendar, under a secret address. */
export function CalendarFeed() {
  const t = useWords(noticesWords);
  const { moment } = useFormats();
  const client = useQueryClient();
  const feed = useQuery({
    queryKey: ['calendar-feed'],
    queryFn: ({ signal }) => request<{ readonly since: string | null }>(PATH, { signal }),
  });
  const lookAgain = (): void => void client.invalidateQueries({ queryKey: ['calendar-feed'] });
  const make = useMutation({
    mutationFn: () => request<{ readonly address: string }>(PATH, { method: 'POST' }),
    onSuccess: lookAgain,
  });
  const end = useMutation({
    mutationFn: () => request(PATH, { method: 'DELETE' }),
    onSuccess: () => {
      make.reset();
      sayDone(t.ended);
      lookAgain();
    },
  });
  return (
    <Panel title={t.feed} hint={t.feedHint}>
      <QueryState query={feed}>
        {({ since }) => (
          <>
            {since !== null && <Text size="sm">{t.feedSince(moment(since))}</Text>}
            {make.data !== undefined && (
              <Group align="end" gap="xs">
                <TextInput
                  label={t.feedAddress}
                  value={make.data.address}
                  readOnly
                  flex={1}
                  onFocus={({ currentTarget }) => currentTarget.select()}
                />
                <CopyButton value={make.data.address}>
                  {({ copied, copy }) => <Button onClick={copy}>{copied ? t.copied : t.copy}</Button>}
                </CopyButton>
              </Group>
            )}
            {(make.isError || end.isError) && <ProblemAlert error={make.error ?? end.error} />}
            <Group gap="xs">
              <Button variant="default" loading={make.isPending} onClick={() => make.mutate()}>
                {since === null ? t.feedMake : t.feedAgain}
              </Button>
              {since !== null && (
                <Button variant="default" color="red" loading={end.isPending} onClick={() => end.mutate()}>
                  {t.feedEnd}
                </Button>
              )}
            </Group>
          </>
        )}
      </QueryState>
    </Panel>
  );
}
