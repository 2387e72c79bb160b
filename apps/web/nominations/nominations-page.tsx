import { Button, Group, NativeSelect, Stack, Table, Text } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { STATUS_NAMES, SUBJECT_NAMES } from '../../../libs/contracts/state-names.js';
import type { NominationListed } from '../shared/api/answers.js';
import { pagesOf } from '../shared/api/pages.js';
import { DueChip } from '../shared/ui/due-chip.js';
import { LinkAnchor } from '../shared/ui/link-button.js';
import { PageTitle } from '../shared/ui/page-title.js';
import { ProblemAlert } from '../shared/ui/problem-alert.js';
import { Empty, Loading } from '../shared/ui/states.js';
import { capital } from '../shared/words/format.js';
import { common } from '../shared/words/common.words.js';
import { useSay, useWords } from '../shared/words/language.js';
import { nominationsWords } from './nominations.words.js';
import { nominationsRoute, STATUSES } from './route.js';

/** The dossiers in which the reader's units have a part. */
export function NominationsPage() {
  const t = useWords(nominationsWords);
  const words = useWords(common);
  const say = useSay();
  const navigate = useNavigate({ from: '/nominations' });
  const { world: _world, ...filters } = nominationsRoute.useSearch();
  const query = useInfiniteQuery({
    queryKey: ['nominations', filters],
    ...pagesOf<NominationListed>('/api/v1/nominations', filters),
    placeholderData: keepPreviousData,
    meta: { follows: { kinds: ['nomination'] } },
  });
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Stack p={{ base: 'sm', md: 'lg' }}>
      <Group justify="space-between" align="end">
        <PageTitle text={t.title} />
        <NativeSelect
          label={t.status}
          value={filters.status ?? ''}
          onChange={({ currentTarget: { value } }) => {
            const status = STATUSES.find((one) => one === value);
            void navigate({ search: ({ status: _, ...rest }) => (status === undefined ? rest : { ...rest, status }) });
          }}
          data={[
            { value: '', label: t.any },
            ...STATUSES.map((status) => ({
              value: status,
              label: capital(say(STATUS_NAMES[status] ?? { vi: '', en: '' })),
            })),
          ]}
        />
      </Group>
      {query.isPending && <Loading />}
      {query.isError && <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && items.length === 0 && <Empty title={t.empty} hint={t.emptyHint} />}
      {items.length > 0 && <Dossiers items={items} />}
      {query.hasNextPage && (
        <Group justify="center">
          <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {words.more}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function Dossiers({ items }: { readonly items: readonly NominationListed[] }) {
  const t = useWords(nominationsWords);
  const words = useWords(common);
  const say = useSay();
  return (
    <Table.ScrollContainer minWidth={720} className="vd-surface" scrollAreaProps={{ type: 'auto' }}>
      <Table verticalSpacing="sm" horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t.subject}</Table.Th>
            <Table.Th scope="col">{t.unit}</Table.Th>
            <Table.Th scope="col">{t.status}</Table.Th>
            <Table.Th scope="col">{t.step}</Table.Th>
            <Table.Th scope="col">{t.due}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map(({ id, subject, unit, status, step, due, awardName }) => (
            <Table.Tr key={id}>
              <Table.Td>
                <LinkAnchor to="/nominations/$nominationId" params={{ nominationId: id }} fw={600}>
                  {subject.name ?? words.erased}
                </LinkAnchor>
                <Text size="sm" c="dimmed">
                  {say(SUBJECT_NAMES[subject.kind])} · {say(awardName)}
                </Text>
              </Table.Td>
              <Table.Td>{say(unit.name)}</Table.Td>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>
                {capital(say(STATUS_NAMES[status] ?? { vi: '', en: '' }))}
              </Table.Td>
              <Table.Td>{step === null ? '' : say(step.name)}</Table.Td>
              <Table.Td>{due !== null && <DueChip due={due} />}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
