import { Alert, Badge, Button, Checkbox, Group, List, Stack, Text } from '@mantine/core';
import { IconBellRinging } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { occurrenceName, type LateDuty } from '../campaign/campaign-query.js';
import { Reminders } from '../campaign/reminders.js';
import { useMay } from '../shared/session/me.js';
import { DueChip } from '../shared/ui/due-chip.js';
import { LinkAnchor } from '../shared/ui/link-button.js';
import { PagedList } from '../shared/ui/paged-list.js';
import { Panel } from '../shared/ui/panel.js';
import { Empty } from '../shared/ui/states.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { lateBoardQuery } from './boards-query.js';
import { boardsWords } from './boards.words.js';
import { CampaignChoice } from './campaign-choice.js';
import { boardsRoute } from './route.js';
import { useUrging } from './use-urging.js';

/** Who is late in every campaign, who was told, and urging one or many with one press. */
export function LateBoard() {
  const t = useWords(boardsWords);
  const { campaign } = boardsRoute.useSearch();
  const query = useInfiniteQuery(lateBoardQuery(campaign));
  return (
    <Panel title={t.late} hint={t.lateHint}>
      <CampaignChoice />
      <PagedList query={query} empty={<Empty title={t.nothingLate} hint={t.nothingLateHint} />}>
        {(duties) => <Duties duties={duties} />}
      </PagedList>
    </Panel>
  );
}

function Duties({ duties }: { readonly duties: readonly LateDuty[] }) {
  const t = useWords(boardsWords);
  const say = useSay();
  const may = useMay();
  const { number } = useFormats();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const urging = useUrging((done) => setChosen((before) => new Set([...before].filter((id) => !done.includes(id)))));
  const urgeable = duties.filter(
    ({ leads, urgedToday }) => !urgedToday && leads.some((unit) => may('obligation.urge', unit)),
  );
  const ids = new Set(urgeable.map(({ id }) => id));
  const meant = urgeable.filter(({ id }) => chosen.has(id));
  const tick = (id: string): void =>
    setChosen((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]));
  return (
    <Stack gap="md">
      {urgeable.length > 0 && (
        <Group justify="space-between" gap="xs" className="vd-no-print">
          <Checkbox
            label={t.chooseAll}
            checked={meant.length === urgeable.length}
            indeterminate={meant.length > 0 && meant.length < urgeable.length}
            onChange={() => setChosen(meant.length === urgeable.length ? new Set() : ids)}
          />
          {meant.length > 0 && (
            <Button
              size="compact-md"
              leftSection={<IconBellRinging size={16} aria-hidden />}
              loading={urging.isBusy}
              onClick={() => urging.urge(meant)}
            >
              {t.urgeChosen(number(meant.length))}
            </Button>
          )}
        </Group>
      )}
      {urging.failed.length > 0 && (
        <Alert color="red" variant="outline" title={t.refusedSome(number(urging.failed.length))}>
          <List size="sm">
            {urging.failed.map(({ duty, why }) => (
              <List.Item key={duty.id}>
                {say(duty.unit.name)}, {say(duty.title)}: {say(why)}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      {duties.map((duty) => (
        <Duty
          key={duty.id}
          duty={duty}
          isChosen={chosen.has(duty.id)}
          onTick={ids.has(duty.id) ? () => tick(duty.id) : undefined}
          onUrge={ids.has(duty.id) ? () => urging.urge([duty]) : undefined}
          isBusy={urging.isBusy}
        />
      ))}
    </Stack>
  );
}

interface DutyProps {
  readonly duty: LateDuty;
  readonly isChosen: boolean;
  readonly isBusy: boolean;
  readonly onTick: (() => void) | undefined;
  readonly onUrge: (() => void) | undefined;
}

function Duty({ duty, isChosen, isBusy, onTick, onUrge }: DutyProps) {
  const t = useWords(boardsWords);
  const say = useSay();
  const { unit, title, occurrence, campaign, due, reminders, urgedToday } = duty;
  const period = occurrenceName(occurrence);
  const called = `${say(unit.name)}, ${say(title)}${period === '' ? '' : ` (${period})`}`;
  return (
    <Group
      component="article"
      aria-label={called}
      gap="sm"
      align="flex-start"
      wrap="nowrap"
      pb="sm"
      style={{ borderBottom: '1px solid var(--vd-line)' }}
    >
      {onTick !== undefined && (
        <Checkbox mt={2} className="vd-no-print" aria-label={t.choose(called)} checked={isChosen} onChange={onTick} />
      )}
      <Stack gap={4} flex={1} miw={0}>
        <Group justify="space-between" gap="xs">
          <Text fw={600}>{say(unit.name)}</Text>
          <DueChip due={due} />
        </Group>
        <Text size="sm">
          {say(title)}
          {period !== '' && ` (${period})`}
        </Text>
        <LinkAnchor
          size="sm"
          to="/campaigns/$campaignId"
          params={{ campaignId: campaign.id }}
          search={{ part: 'late' }}
        >
          {say(campaign.name)}
        </LinkAnchor>
        <Reminders reminders={reminders} />
        <Group gap="xs" className="vd-no-print">
          {onUrge !== undefined && (
            <Button
              size="compact-sm"
              variant="default"
              disabled={isBusy}
              leftSection={<IconBellRinging size={14} aria-hidden />}
              aria-label={t.urgeOf(called)}
              onClick={onUrge}
            >
              {t.urge}
            </Button>
          )}
          {urgedToday && (
            <Badge variant="default" tt="none">
              {t.urgedToday}
            </Badge>
          )}
        </Group>
      </Stack>
    </Group>
  );
}
