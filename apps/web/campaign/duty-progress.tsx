import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { dutyTitle } from '../../../libs/contracts/duty-title.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { occurrenceName, type CampaignShown, type DutyProgress } from './campaign-query.js';
import { campaignWords } from './campaign.words.js';
import styles from './duty-progress.module.css';

interface Props {
  readonly campaign: CampaignShown;
  readonly duties: readonly DutyProgress[];
}

const SHOWN = 7;

/** Each duty that has come up, what is still owed first, then the latest: how many units have done it, and how. */
export function DutyProgressList({ campaign, duties }: Props) {
  const t = useWords(campaignWords);
  const { number } = useFormats();
  const [isAllShown, setAllShown] = useState(false);
  if (duties.length === 0) return <Text c="dimmed">{t.dutyProgressNone}</Text>;
  const latestFirst = [...duties].reverse();
  const inOrder = [...latestFirst.filter(({ open }) => open > 0), ...latestFirst.filter(({ open }) => open === 0)];
  return (
    <Stack gap="md">
      {(isAllShown ? inOrder : inOrder.slice(0, SHOWN)).map((duty) => (
        <DutyBar key={`${duty.key}/${duty.occurrence}`} campaign={campaign} duty={duty} />
      ))}
      {!isAllShown && inOrder.length > SHOWN && (
        <Anchor component="button" type="button" size="sm" ta="left" onClick={() => setAllShown(true)}>
          {t.allDuties(number(inOrder.length))}
        </Anchor>
      )}
    </Stack>
  );
}

function DutyBar({ campaign, duty }: { readonly campaign: CampaignShown; readonly duty: DutyProgress }) {
  const t = useWords(campaignWords);
  const say = useSay();
  const { day, number } = useFormats();
  const name = occurrenceName(duty.occurrence);
  const shares = [
    { key: 'done', count: duty.fulfilled - duty.late, word: t.onTime },
    { key: 'late', count: duty.late, word: t.lateDone },
    { key: 'open', count: duty.open - duty.overdue, word: t.openNow },
    { key: 'overdue', count: duty.overdue, word: t.overdueNow },
    { key: 'waived', count: duty.waived, word: t.waived },
  ].filter(({ count }) => count > 0);
  const all = shares.reduce((sum, { count }) => sum + count, 0);
  return (
    <div>
      <Group justify="space-between" gap="xs" wrap="nowrap" align="baseline">
        <Text size="sm" fw={600}>
          {say(dutyTitle(campaign.file, duty.key))}
          {name !== '' && ` (${name})`}
        </Text>
        <Text size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
          {t.closesOn(day(duty.lastDay))}
        </Text>
      </Group>
      <div className={styles['bar']} aria-hidden>
        {shares.map(({ key, count }) => (
          <span key={key} className={styles[key] ?? ''} style={{ width: `${String((count / all) * 100)}%` }} />
        ))}
      </div>
      <Text size="sm" c="dimmed">
        {shares.map(({ count, word }) => `${number(count)} ${word}`).join(' · ')}
      </Text>
    </div>
  );
}
