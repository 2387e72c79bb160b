import { Anchor, Button, Group, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { dutyTitle } from '../../../libs/contracts/duty-title.js';
import { useState } from 'react';
import { fulfilObligation } from '../../../libs/contracts/commands/obligation.contract.js';
import { dutyOf } from '../../../libs/domain/campaign/campaign-dates.js';
import { campaignQuery, occurrenceName } from '../campaign/campaign-query.js';
import { openCommandDialog } from '../shared/forms/open-dialog.js';
import { DueChip } from '../shared/ui/due-chip.js';
import { LinkAnchor, LinkButton } from '../shared/ui/link-button.js';
import { Panel } from '../shared/ui/panel.js';
import { QueryState } from '../shared/ui/query-state.js';
import { Empty } from '../shared/ui/states.js';
import { sayDone } from '../shared/ui/toast.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { Consolidate } from './consolidate.js';
import { deskWords } from './desk.words.js';
import { dutiesQuery, type DutyListed } from './desk-query.js';

const lastDay = ({ due }: DutyListed): string => due?.lastDay ?? '9999';

/** What the unit owes, by date, each with the way to do it. */
export function Duties({ unit }: { readonly unit: string }) {
  const t = useWords(deskWords);
  const { number } = useFormats();
  const open = useQuery(dutiesQuery(unit, 'open'));
  const done = useQuery(dutiesQuery(unit, 'fulfilled'));
  const [isDoneShown, setDoneShown] = useState(false);
  const doneItems = done.data?.items ?? [];
  return (
    <Panel title={t.duties} hint={t.dutiesHint}>
      <QueryState query={open}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t.noDuties} hint={t.noDutiesHint} />
          ) : (
            <Stack gap="sm">
              {[...items]
                .sort((a, b) => (lastDay(a) < lastDay(b) ? -1 : 1))
                .map((duty) => (
                  <OpenDuty key={duty.id} duty={duty} />
                ))}
            </Stack>
          )
        }
      </QueryState>
      {doneItems.length > 0 && (
        <Anchor component="button" type="button" size="sm" ta="left" onClick={() => setDoneShown(!isDoneShown)}>
          {t.doneDuties(number(doneItems.length))}
        </Anchor>
      )}
      {isDoneShown && (
        <List size="sm" spacing={2}>
          {doneItems.map((duty) => (
            <DoneDuty key={duty.id} duty={duty} />
          ))}
        </List>
      )}
    </Panel>
  );
}

/** What a duty is called in its campaign's own file. */
function DutyName({ duty }: { readonly duty: DutyListed }) {
  const say = useSay();
  const { data } = useQuery(campaignQuery(duty.campaign.id));
  const name = data === undefined ? { vi: '…', en: '…' } : dutyTitle(data.file, duty.key);
  const occurrence = occurrenceName(duty.occurrence);
  return (
    <>
      {say(name)}
      {occurrence !== '' && ` (${occurrence})`}
    </>
  );
}

function OpenDuty({ duty }: { readonly duty: DutyListed }) {
  const say = useSay();
  return (
    <Group justify="space-between" gap="xs" pb="xs" style={{ borderBottom: '1px solid var(--vd-line)' }}>
      <Stack gap={2} flex="1 1 300px">
        <Text fw={600}>
          <DutyName duty={duty} />
        </Text>
        <LinkAnchor size="sm" to="/campaigns/$campaignId" params={{ campaignId: duty.campaign.id }}>
          {say(duty.campaign.name)}
        </LinkAnchor>
      </Stack>
      <Group gap="sm">
        <DueChip due={duty.due} />
        <DutyAct duty={duty} />
      </Group>
    </Group>
  );
}

/** How it is done: a form of its own, or a document or record that is named. */
function DutyAct({ duty }: { readonly duty: DutyListed }) {
  const t = useWords(deskWords);
  const { data } = useQuery(campaignQuery(duty.campaign.id));
  if (duty.kind === 'registration') {
    const params = { campaignId: duty.campaign.id };
    return (
      <LinkButton size="compact-sm" to="/desk/pledge/$campaignId" params={params} search={{ unit: duty.unit.id }}>
        {t.register}
      </LinkButton>
    );
  }
  if (duty.kind === 'report') {
    return (
      <LinkButton size="compact-sm" to="/desk/reports/$obligationId" params={{ obligationId: duty.id }}>
        {t.report}
      </LinkButton>
    );
  }
  if (duty.kind === 'consolidation') {
    return <Consolidate duty={duty} />;
  }
  if (data === undefined) return null;
  const isDocument = dutyOf(data.file, duty.key)?.proof === 'document';
  const open = (): void =>
    openCommandDialog(isDocument ? t.document : t.record, {
      href: `/api/v1/obligations/${encodeURIComponent(duty.id)}/fulfilment`,
      schema: fulfilObligation,
      omit: ['obligationId'],
      within: { proof: { kind: isDocument ? 'document' : 'record' } },
      fields: isDocument
        ? [
            { name: 'proof.number', label: t.number, type: 'line', required: true },
            { name: 'proof.date', label: t.date, type: 'day', required: true },
          ]
        : [{ name: 'proof.note', label: t.note, type: 'text', required: true }],
      label: isDocument ? t.document : t.record,
      onDone: () => sayDone(t.fulfilled),
    });
  return (
    <Button size="compact-sm" onClick={open}>
      {isDocument ? t.document : t.record}
    </Button>
  );
}

function DoneDuty({ duty }: { readonly duty: DutyListed }) {
  const t = useWords(deskWords);
  const { day } = useFormats();
  return (
    <List.Item>
      <DutyName duty={duty} />
      {duty.fulfilledAt !== null && `, ${t.doneOn(day(duty.fulfilledAt))}`}
      {duty.late === true && ` (${t.wasLate})`}
    </List.Item>
  );
}
