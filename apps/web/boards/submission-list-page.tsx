import { Button, Group, SimpleGrid, Stack, Table, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { SUBJECT_NAMES } from '../../../libs/contracts/state-names.js';
import { occurrenceName } from '../campaign/campaign-query.js';
import { useMay } from '../shared/session/me.js';
import { LinkAnchor, LinkButton } from '../shared/ui/link-button.js';
import { PageBody } from '../shared/ui/page-body.js';
import { PageTitle } from '../shared/ui/page-title.js';
import { QueryState } from '../shared/ui/query-state.js';
import { Empty } from '../shared/ui/states.js';
import { StatusBadge } from '../shared/ui/status-badge.js';
import { WideTable } from '../shared/ui/wide-table.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { submissionListQuery, type SubmissionListShown } from './boards-query.js';
import { submissionListRoute } from './route.js';
import styles from './submission-list.module.css';
import { listWords } from './submission-list.words.js';

/** The submission list of a round, to be read and to be printed and signed. */
export function SubmissionListPage() {
  const { roundId } = submissionListRoute.useParams();
  const query = useQuery(submissionListQuery(roundId));
  return (
    <PageBody className={styles['sheet'] ?? ''}>
      <QueryState query={query}>{(list) => <SubmissionList list={list} />}</QueryState>
    </PageBody>
  );
}

function SubmissionList({ list }: { readonly list: SubmissionListShown }) {
  const t = useWords(listWords);
  const say = useSay();
  const may = useMay();
  const { day, number } = useFormats();
  const { campaign, round, occurrence, status, closes, lead, decider, items } = list;
  const isMade = status === 'closed';
  const title = isMade ? t.title : t.draftTitle;
  const called = [say(round), occurrenceName(occurrence)].filter((part) => part !== '').join(' ');
  return (
    <>
      <Group justify="space-between" gap="xs" className="vd-no-print">
        <LinkButton to="/boards" search={{ board: 'lists' }} size="compact-md" variant="default">
          {t.back}
        </LinkButton>
        {may('session.run') && (
          <LinkButton
            to="/boards"
            search={{ board: 'council', campaign: campaign.id }}
            size="compact-md"
            variant="default"
          >
            {t.toCouncil}
          </LinkButton>
        )}
        <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
          {t.print}
        </Button>
      </Group>
      <Stack gap={4} className={styles['head'] ?? ''}>
        {lead !== null && <Text fw={600}>{say(lead.name)}</Text>}
        <PageTitle text={title} />
        <Text>{t.of(called, say(campaign.name))}</Text>
        {decider !== null && <Text>{t.to(say(decider.name))}</Text>}
        {!isMade && (
          <Text size="sm" c="dimmed">
            {t.draftHint(day(closes))}
          </Text>
        )}
      </Stack>
      {items.length === 0 ? <Empty title={t.none} hint={t.noneHint} /> : <Nominees title={title} items={items} />}
      <Text fw={600}>{t.total(number(items.length))}</Text>
      {isMade && <Signatures today={list.today} />}
    </>
  );
}

function Nominees({ title, items }: { readonly title: string; readonly items: SubmissionListShown['items'] }) {
  const t = useWords(listWords);
  const say = useSay();
  const { number } = useFormats();
  return (
    <WideTable label={title} minWidth={860} withTableBorder withColumnBorders>
      <Table.Thead>
        <Table.Tr>
          <Table.Th ta="right">{t.number}</Table.Th>
          <Table.Th>{t.subject}</Table.Th>
          <Table.Th>{t.kind}</Table.Th>
          <Table.Th>{t.unit}</Table.Th>
          <Table.Th>{t.award}</Table.Th>
          <Table.Th>{t.achievement}</Table.Th>
          <Table.Th className="vd-no-print">{t.status}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map(({ id, subject, unit, award, achievement, status }, i) => (
          <Table.Tr key={id}>
            <Table.Td ta="right">{number(i + 1)}</Table.Td>
            <Table.Td fw={600}>
              <LinkAnchor to="/nominations/$nominationId" params={{ nominationId: id }} c="inherit" size="sm">
                {subject.name ?? t.erased}
              </LinkAnchor>
            </Table.Td>
            <Table.Td>{say(SUBJECT_NAMES[subject.kind])}</Table.Td>
            <Table.Td>{say(unit.name)}</Table.Td>
            <Table.Td>{say(award)}</Table.Td>
            <Table.Td>{achievement ?? t.erased}</Table.Td>
            <Table.Td className="vd-no-print">
              <StatusBadge status={status} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

function Signatures({ today }: { readonly today: string }) {
  const t = useWords(listWords);
  const { day } = useFormats();
  return (
    <SimpleGrid cols={2} className={styles['signatures'] ?? ''}>
      {[t.maker, t.head].map((role, i) => (
        <Stack key={role} gap={2} ta="center">
          <Text size="sm">{i === 1 ? t.place(day(today)) : ' '}</Text>
          <Text fw={600}>{role}</Text>
          <Text size="sm">{t.sign}</Text>
        </Stack>
      ))}
    </SimpleGrid>
  );
}
