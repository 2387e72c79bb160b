import { Stack, Table, Text } from '@mantine/core';
import { LinkAnchor } from '../shared/ui/link-button.js';
import { WideTable } from '../shared/ui/wide-table.js';
import { common } from '../shared/words/common.words.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import type { SessionShown } from './session-query.js';
import { sessionsWords } from './sessions.words.js';
import { Thresholds } from './thresholds.js';

/** The agenda of a session, with what was counted once it is recorded. */
export function SessionResult({ session }: { readonly session: SessionShown }) {
  const t = useWords(sessionsWords);
  const words = useWords(common);
  const say = useSay();
  const { number, day } = useFormats();
  const { present, minutes, members, dossiers, status } = session;
  const isRecorded = status === 'recorded';
  return (
    <Stack gap="sm">
      <Text>{present === undefined ? t.members(number(members)) : t.presentWas(number(present), number(members))}</Text>
      {minutes !== undefined && <Text>{t.minutesWere(minutes.number, day(minutes.date))}</Text>}
      <WideTable label={t.agenda}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t.nominee}</Table.Th>
            <Table.Th>{t.award}</Table.Th>
            {isRecorded && (
              <>
                <Table.Th ta="right">{t.inFavour}</Table.Th>
                <Table.Th ta="right">{t.against}</Table.Th>
                <Table.Th ta="right">{t.abstained}</Table.Th>
                <Table.Th>{t.conclusion}</Table.Th>
              </>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {dossiers.map((dossier) => (
            <Table.Tr key={dossier.nominationId}>
              <Table.Td>
                <LinkAnchor to="/nominations/$nominationId" params={{ nominationId: dossier.nominationId }}>
                  {dossier.subject.name ?? words.erased}
                </LinkAnchor>
                <Text size="sm" c="dimmed">
                  {say(dossier.unit.name)}
                </Text>
              </Table.Td>
              <Table.Td>
                {say(dossier.awardName)}
                <Thresholds dossier={dossier} />
              </Table.Td>
              {dossier.count !== null && (
                <>
                  <Table.Td ta="right">{number(dossier.count.inFavour)}</Table.Td>
                  <Table.Td ta="right">{number(dossier.count.against)}</Table.Td>
                  <Table.Td ta="right">{number(dossier.count.abstained)}</Table.Td>
                  <Table.Td>{dossier.count.outcome === 'approved' ? t.approved : t.notApproved}</Table.Td>
                </>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
    </Stack>
  );
}
