import { Badge, Stack, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { NamedPerson, Page } from '../shared/api/answers.js';
import { address, request } from '../shared/api/client.js';
import { useMe } from '../shared/session/me.js';
import { LinkButton } from '../shared/ui/link-button.js';
import { MoreButton } from '../shared/ui/more-button.js';
import { Panel } from '../shared/ui/panel.js';
import { QueryState } from '../shared/ui/query-state.js';
import { SectionNav } from '../shared/ui/section-nav.js';
import { Empty } from '../shared/ui/states.js';
import { WideTable } from '../shared/ui/wide-table.js';
import { common } from '../shared/words/common.words.js';
import { useFormats, useWords } from '../shared/words/language.js';
import { AccountActs, type Told } from './account-acts.js';
import { accountsWords } from './accounts.words.js';
import { FirstPassword } from './first-password.js';
import { adminRoute } from './route.js';
import { ACCOUNT_STANDINGS } from './search.js';

export interface AccountShown {
  readonly person: NamedPerson;
  readonly username: string;
  readonly has: boolean;
  readonly closedAt: string | null;
  readonly locked: boolean;
  readonly passwordUntil: string | null;
  readonly passwordSince: string | null;
  readonly sessions: number;
  readonly seenAt: string | null;
}

/** Who can sign in, and what an administrator does about it. Rehearsals are entered with the official accounts. */
export function AccountsPart() {
  const t = useWords(accountsWords);
  const me = useMe();
  const { standing } = adminRoute.useSearch();
  const [search, setSearch] = useState('');
  const [told, setTold] = useState<Told>();
  if (me !== undefined && me.world.kind !== 'official') return <Empty title={t.rehearsal} hint={t.rehearsalHint} />;
  return (
    <Panel title={t.title} hint={t.hint}>
      <SectionNav label={t.standings}>
        {([undefined, ...ACCOUNT_STANDINGS] as const).map((one) => (
          <LinkButton
            key={one ?? 'all'}
            to="/admin"
            search={{ part: 'accounts', ...(one === undefined ? {} : { standing: one }) }}
            size="compact-sm"
            flex="none"
            variant={one === standing ? 'filled' : 'default'}
            aria-current={one === standing ? 'true' : undefined}
          >
            {t[one ?? 'all']}
          </LinkButton>
        ))}
      </SectionNav>
      <TextInput
        type="search"
        label={t.search}
        maw={360}
        value={search}
        onChange={({ currentTarget }) => setSearch(currentTarget.value)}
      />
      <FirstPassword told={told} onClose={() => setTold(undefined)} />
      <Accounts search={search} onPassword={setTold} />
    </Panel>
  );
}

function Accounts({ search, onPassword }: { readonly search: string; readonly onPassword: (told: Told) => void }) {
  const t = useWords(accountsWords);
  const { standing } = adminRoute.useSearch();
  const [q] = useDebouncedValue(search, 250);
  const query = useInfiniteQuery({
    queryKey: ['accounts', { standing, q }],
    queryFn: ({ pageParam, signal }) =>
      request<Page<AccountShown>>(address('/api/v1/accounts', { standing, q, cursor: pageParam }), { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    meta: { follows: { kinds: ['person'] } },
  });
  return (
    <QueryState query={query}>
      {({ pages }) => {
        const accounts = pages.flatMap(({ items }) => items);
        if (accounts.length === 0) return <Empty title={t.nobody} hint={t.nobodyHint} />;
        return (
          <Stack gap="xs">
            <WideTable label={t.title} minWidth={820}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t.person}</Table.Th>
                  <Table.Th>{t.standing}</Table.Th>
                  <Table.Th>{t.sessions}</Table.Th>
                  <Table.Th>{t.acts}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {accounts.map((account) => (
                  <Row key={account.person.id} account={account} onPassword={onPassword} />
                ))}
              </Table.Tbody>
            </WideTable>
            <MoreButton query={query} />
          </Stack>
        );
      }}
    </QueryState>
  );
}

function Row({ account, onPassword }: { readonly account: AccountShown; readonly onPassword: (told: Told) => void }) {
  const t = useWords(accountsWords);
  const words = useWords(common);
  const { number, moment, day } = useFormats();
  const { person, username, has, closedAt, locked, passwordUntil, passwordSince, sessions, seenAt } = account;
  const standing = !has ? t.none : closedAt === null ? t.open : t.closed;
  const more = [
    ...(closedAt === null ? [] : [t.closedSince(moment(closedAt))]),
    ...(locked ? [t.locked] : []),
    ...(passwordUntil === null ? [] : [t.temporaryUntil(moment(passwordUntil))]),
    ...(passwordUntil === null && passwordSince !== null ? [t.since(day(passwordSince))] : []),
  ];
  return (
    <Table.Tr>
      <Table.Td>
        <Text fw={600}>{person.name ?? words.unknownPerson}</Text>
        <Text size="sm" c="dimmed">
          {username}
        </Text>
      </Table.Td>
      <Table.Td>
        <Badge variant="default" tt="none">
          {standing}
        </Badge>
        <Text size="sm" c="dimmed">
          {more.join(' · ')}
        </Text>
      </Table.Td>
      <Table.Td>
        {sessions === 0 || seenAt === null ? t.nowhere : t.sessionsOf(number(sessions), moment(seenAt))}
      </Table.Td>
      <Table.Td>
        <AccountActs account={account} onPassword={onPassword} />
      </Table.Td>
    </Table.Tr>
  );
}
