import { Button, Group, Stack, Text } from '@mantine/core';
import { IconBellRinging, IconCalendarPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { dutyTitle } from '../../../libs/contracts/duty-title.js';
import { extendObligation, urgeObligation } from '../../../libs/contracts/commands/obligation.contract.js';
import { openCommandDialog } from '../shared/forms/open-dialog.js';
import { useMay } from '../shared/session/me.js';
import { DueChip } from '../shared/ui/due-chip.js';
import { PagedList } from '../shared/ui/paged-list.js';
import { Panel } from '../shared/ui/panel.js';
import { Empty } from '../shared/ui/states.js';
import { sayDone } from '../shared/ui/toast.js';
import { useSay, useWords } from '../shared/words/language.js';
import { lateQuery, occurrenceName, type CampaignShown, type LateDuty } from './campaign-query.js';
import { campaignWords } from './campaign.words.js';
import { Reminders } from './reminders.js';
import { standingWords } from './standing.words.js';

/** What is past its day and who was told of it; here a unit is urged. */
export function LateView({ campaign }: { readonly campaign: CampaignShown }) {
  const t = useWords(standingWords);
  const { late: title } = useWords(campaignWords);
  const query = useInfiniteQuery(lateQuery(campaign.id));
  return (
    <Panel title={title} hint={t.lateHint}>
      <PagedList query={query} empty={<Empty title={t.nothingLate} hint={t.nothingLateHint} />}>
        {(duties) => duties.map((duty) => <Late key={duty.id} campaign={campaign} duty={duty} />)}
      </PagedList>
    </Panel>
  );
}

function Late({ campaign, duty }: { readonly campaign: CampaignShown; readonly duty: LateDuty }) {
  const say = useSay();
  const occurrence = occurrenceName(duty.occurrence);
  return (
    <Stack gap={4} pb="sm" style={{ borderBottom: '1px solid var(--vd-line)' }}>
      <Group justify="space-between" gap="xs">
        <Text fw={600}>{say(duty.unit.name)}</Text>
        <DueChip due={duty.due} />
      </Group>
      <Text size="sm">
        {say(dutyTitle(campaign.file, duty.key))}
        {occurrence !== '' && ` (${occurrence})`}
      </Text>
      <Reminders reminders={duty.reminders} />
      <LateActs campaign={campaign} duty={duty} />
    </Stack>
  );
}

function LateActs({ campaign: { file }, duty }: { readonly campaign: CampaignShown; readonly duty: LateDuty }) {
  const t = useWords(standingWords);
  const say = useSay();
  const may = useMay();
  const leading = [file.roles.leadAgency.unit, file.roles.standingBody.unit];
  const href = `/api/v1/obligations/${encodeURIComponent(duty.id)}`;
  const unit = say(duty.unit.name);
  const urge = (): void =>
    openCommandDialog(t.urgeOf(unit), {
      href: `${href}/urges`,
      schema: urgeObligation,
      omit: ['obligationId'],
      fields: [{ name: 'text', label: t.urgeText, hint: t.urgeHint, type: 'text', required: true }],
      label: t.urge,
      onDone: () => sayDone(t.urged),
    });
  const extend = (): void =>
    openCommandDialog(t.extendOf(unit), {
      href: `${href}/extension`,
      schema: extendObligation,
      omit: ['obligationId'],
      fields: [
        { name: 'lastDay', label: t.lastDay, type: 'day', required: true },
        { name: 'reason', label: t.reason, type: 'text', required: true },
      ],
      label: t.extend,
      onDone: () => sayDone(t.extended),
    });
  return (
    <Group gap="xs" className="vd-no-print">
      {leading.some((id) => may('obligation.urge', id)) && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconBellRinging size={14} aria-hidden />}
          onClick={urge}
        >
          {t.urge}
        </Button>
      )}
      {leading.some((id) => may('campaign.extend', id)) && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconCalendarPlus size={14} aria-hidden />}
          onClick={extend}
        >
          {t.extend}
        </Button>
      )}
    </Group>
  );
}
