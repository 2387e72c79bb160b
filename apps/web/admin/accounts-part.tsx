import { Badge, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { NamedPerson } from '../shared/api/answers.js';
import { pagesOf } from '../shared/api/pages.js';
import { useMe } from '../shared/session/me.js';
import { PartLink } from '../shared/ui/link-button.js';
import { PagedTable } from '../shared/ui/paged-list.js';
import { Panel } from '../shared/ui/panel.js';
import { SectionNav } from '../shared/ui/section-nav.js';
import { Empty } from '../shared/ui/states.js';
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
          <PartLink
            key={one ?? 'all'}
            to="/admin"
            search={{ part: 'accounts', ...(one === undefined ? {} : { standing: one }) }}
            isShown={one === standing}
          >
            {t[one ?? 'all']}
          </PartLink>
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
    ...pagesOf<AccountShown>('/api/v1/accounts', { standing, q }),
    meta: { follows: { kinds: ['person'] } },
  });
  return (
    <PagedTable
      query={query}
      empty={<Empty title={t.nobody} hint={t.nobodyHint} />}
      label={t.title}
      minWidth={820}
      heads={[t.person, t.standing, t.sessions, t.acts]}
    >
      {(accounts) =>
        accounts.map((account) => <Row key={account.person.id} account={account} onPassword={onPassword} />)
      }
    </PagedTable>
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
