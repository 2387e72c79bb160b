import { Badge, Button, Table, Text } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Bilingual } from '../../../libs/domain/campaign-plan/parts.js';
import type { NamedPerson } from '../shared/api/answers.js';
import { request } from '../shared/api/client.js';
import { pagesOf } from '../shared/api/pages.js';
import { WORK } from '../shared/api/work.js';
import { useMay } from '../shared/session/me.js';
import { PartLink } from '../shared/ui/link-button.js';
import { PagedTable } from '../shared/ui/paged-list.js';
import { Panel } from '../shared/ui/panel.js';
import { SectionNav } from '../shared/ui/section-nav.js';
import { Empty } from '../shared/ui/states.js';
import { sayDone, sayProblem } from '../shared/ui/toast.js';
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
    ...pagesOf<MailShown>('/api/v1/mail', { status: mail }),
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
          <PartLink
            key={one ?? 'all'}
            to="/admin"
            search={{ part: 'mail', ...(one === undefined ? {} : { mail: one }) }}
            isShown={one === mail}
          >
            {t[one ?? 'all']}
          </PartLink>
        ))}
      </SectionNav>
      <PagedTable
        query={query}
        empty={<Empty title={t.none} hint={t.noneHint} />}
        label={t.title}
        minWidth={760}
        heads={[t.what, t.to, t.at, t.standing]}
      >
        {(mails) =>
          mails.map((one) => (
            <Row key={one.id} mail={one} onRetry={retry.may ? () => retry.mutate([one.id]) : undefined} />
          ))
        }
      </PagedTable>
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
