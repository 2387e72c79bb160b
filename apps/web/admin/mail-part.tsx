import { Badge, Button, Stack, Table, Text } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Bilingual } from '../../../libs/domain/campaign-plan/parts.js';
import type { NamedPerson, Page } from '../shared/api/answers.js';
import { address, request } from '../shared/api/client.js';
import { WORK } from '../shared/api/work.js';
import { useMay } from '../shared/session/me.js';
import { LinkButton } from '../shared/ui/link-button.js';
import { MoreButton } from '../shared/ui/more-button.js';
import { Panel } from '../shared/ui/panel.js';
import { QueryState } from '../shared/ui/query-state.js';
import { SectionNav } from '../shared/ui/section-nav.js';
import { Empty } from '../shared/ui/states.js';
import { sayDone, sayProblem } from '../shared/ui/toast.js';
import { WideTable } from '../shared/ui/wide-table.js';
import { common } from '../shared/words/common.words.js';
import { useFormats, useLanguage, useSay, useWords } from '../shared/words/language.js';
import { mailWords } from './mail.words.js';
import { adminRoute } from './route.js';
import { MAIL_STANDINGS } from './search.js';

interface MailShown {
  readonly id: number;
  readonly title: Bilingual;
  readonly to: NamedPerson;
  readonly status: (typeof MAIL_STANDINGS)[number];
  readonly attempts: number;
  readonly error: string | null;
  readonly at: string;
  readonly retryAt: string | null;
  readonly sentAt: string | null;
}

/** Mail that waits, went out or could not be sent, and why. */
export function MailPart() {
  const t = useWords(mailWords);
  const { mail } = adminRoute.useSearch();
  const retry = useRetry();
  const query = useInfiniteQuery({
    queryKey: ['mail', { mail }],
    queryFn: ({ pageParam, signal }) =>
      request<Page<MailShown>>(address('/api/v1/mail', { status: mail, cursor: pageParam }), { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    meta: { follows: { kinds: WORK } },
  });
  return (
    <Panel
      title={t.title}
      hint={t.hint}
      aside={
        retry.may && (
          <Button size="compact-sm" variant="default" loading={retry.isPending} onClick={() => retry.mutate(undefined)}>
            {t.retryAll}
          </Button>
        )
      }
    >
      <SectionNav label={t.filters}>
        {([undefined, ...MAIL_STANDINGS] as const).map((one) => (
          <LinkButton
            key={one ?? 'all'}
            to="/admin"
            search={{ part: 'mail', ...(one === undefined ? {} : { mail: one }) }}
            size="compact-sm"
            flex="none"
            variant={one === mail ? 'filled' : 'default'}
            aria-current={one === mail ? 'true' : undefined}
          >
            {t[one ?? 'all']}
          </LinkButton>
        ))}
      </SectionNav>
      <QueryState query={query}>
        {({ pages }) => {
          const mails = pages.flatMap(({ items }) => items);
          if (mails.length === 0) return <Empty title={t.none} hint={t.noneHint} />;
          return (
            <Stack gap="xs">
              <WideTable label={t.title} minWidth={760}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t.what}</Table.Th>
                    <Table.Th>{t.to}</Table.Th>
                    <Table.Th>{t.at}</Table.Th>
                    <Table.Th>{t.standing}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {mails.map((one) => (
                    <Row key={one.id} mail={one} onRetry={retry.may ? () => retry.mutate([one.id]) : undefined} />
                  ))}
                </Table.Tbody>
              </WideTable>
              <MoreButton query={query} />
            </Stack>
          );
        }}
      </QueryState>
    </Panel>
  );
}

function useRetry() {
  const t = useWords(mailWords);
  const { number } = useFormats();
  const { language } = useLanguage();
  const client = useQueryClient();
  const may = useMay();
  const { mutate, isPending } = useMutation({
    mutationFn: (ids: readonly number[] | undefined) =>
      request<{ readonly retried: number }>('/api/v1/mail/retries', {
        method: 'POST',
        body: ids === undefined ? {} : { ids },
      }),
    onSuccess: ({ retried }) => {
      sayDone(t.retried(number(retried)));
      void client.invalidateQueries({ queryKey: ['mail'] });
    },
    onError: (error) => sayProblem(error, language),
  });
  return { mutate, isPending, may: may('mail.retry') };
}

const CODES = ['NO_ADDRESS', 'ECONNREFUSED', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'EAUTH', 'EENVELOPE'] as const;

function Row({ mail, onRetry }: { readonly mail: MailShown; readonly onRetry: (() => void) | undefined }) {
  const t = useWords(mailWords);
  const words = useWords(common);
  const say = useSay();
  const { moment, number } = useFormats();
  const { title, to, status, attempts, error, at, retryAt, sentAt } = mail;
  const code = CODES.find((one) => one === error);
  const failure = error === null ? [] : [code === undefined ? t.other(error) : t[code]];
  const more = [
    ...(sentAt === null ? [] : [t.sentAt(moment(sentAt))]),
    ...(status === 'failing' ? [...failure, t.tried(number(attempts))] : []),
    ...(status === 'failing' && retryAt !== null ? [t.again(moment(retryAt))] : []),
  ];
  return (
    <Table.Tr>
      <Table.Td>{say(title)}</Table.Td>
      <Table.Td>{to.name ?? words.unknownPerson}</Table.Td>
      <Table.Td>{moment(at)}</Table.Td>
      <Table.Td>
        <Badge
          variant={status === 'failing' ? 'outline' : 'default'}
          tt="none"
          {...(status === 'failing' ? { color: 'red', c: 'var(--mantine-color-error)' } : {})}
        >
          {t[status]}
        </Badge>
        <Text size="sm" c="dimmed">
          {more.join(' · ')}
        </Text>
        {status === 'failing' && onRetry !== undefined && (
          <Button size="compact-sm" variant="default" aria-label={t.retryOf(say(title))} onClick={onRetry}>
            {t.retry}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
