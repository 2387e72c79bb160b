import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { ROLE_NAMES } from '../../../libs/contracts/state-names.js';
import type { DelegationShown, Me } from '../shared/api/answers.js';
import { useAct, wish } from '../shared/api/act.js';
import { request } from '../shared/api/client.js';
import { ProblemAlert } from '../shared/ui/problem-alert.js';
import { Loading } from '../shared/ui/states.js';
import { sayDone } from '../shared/ui/toast.js';
import { common } from '../shared/words/common.words.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { profileWords } from './profile.words.js';

const DelegationForm = lazy(() => import('./delegation-form.js'));

/** What one has delegated, and a form to delegate more. */
export function Delegations({ me }: { readonly me: Me }) {
  const t = useWords(profileWords);
  const [isOpen, setOpen] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['delegations'],
    queryFn: ({ signal }) =>
      request<{ readonly items: readonly DelegationShown[] }>('/api/v1/auth/delegations', { signal }),
    meta: { follows: { kinds: ['person'] } },
  });
  const own = me.holdings.filter(({ onBehalfOf }) => onBehalfOf === undefined);
  return (
    <Stack gap="sm">
      {error !== null && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data?.items.length === 0 && <Text c="dimmed">{t.nothingGiven}</Text>}
      {data?.items.map((given) => (
        <Delegation key={`${given.to.id}/${given.key}`} given={given} today={me.world.today} />
      ))}
      {own.length > 0 && !isOpen && (
        <Group>
          <Button variant="default" onClick={() => setOpen(true)}>
            {t.delegate}
          </Button>
        </Group>
      )}
      {isOpen && (
        <>
          <Title order={3} size="h6">
            {t.delegate}
          </Title>
          <Suspense fallback={<Loading />}>
            <DelegationForm me={me} own={own} onClose={() => setOpen(false)} />
          </Suspense>
        </>
      )}
    </Stack>
  );
}

function Delegation({ given, today }: { readonly given: DelegationShown; readonly today: string }) {
  const t = useWords(profileWords);
  const { unknownPerson } = useWords(common);
  const say = useSay();
  const { day } = useFormats();
  const end = useAct({ onDone: () => sayDone(t.tookBack) });
  return (
    <Stack gap={4}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Text>
          {say(ROLE_NAMES[given.role])}, {say(given.unit.name)} {t.givenTo(given.to.name ?? unknownPerson)}
          <br />
          <Text span size="sm" c="dimmed">
            {t.fromUntil(day(given.from), given.until === null ? '…' : day(given.until))}
          </Text>
        </Text>
        {given.until !== today && given.from <= today && (
          <Button
            size="xs"
            variant="default"
            flex="none"
            loading={end.isPending}
            onClick={() =>
              end.mutate(
                wish(`/api/v1/persons/${encodeURIComponent(given.to.id)}/position-ends`, {
                  key: given.key,
                  to: today,
                }),
              )
            }
          >
            {t.takeBack}
          </Button>
        )}
      </Group>
      {end.isError && <ProblemAlert error={end.error} />}
    </Stack>
  );
}
