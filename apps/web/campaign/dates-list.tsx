import { Anchor, Badge, Table, Text, Tooltip } from '@mantine/core';
import { useState } from 'react';
import type { PlannedDateKind } from '../../../libs/domain/campaign-plan/plan-model.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { occurrenceName, type TimelineItem } from './campaign-query.js';
import { campaignWords } from './campaign.words.js';
import { dayOf, keyOf } from './timeline-model.js';

const KINDS = {
  adopted: 'adopted',
  'phase-starts': 'phaseStarts',
  'phase-ends': 'phaseEnds',
  'window-opens': 'windowOpens',
  due: 'due',
  'review-opens': 'reviewOpens',
  'review-due': 'reviewDue',
  'round-opens': 'roundOpens',
  'round-closes': 'roundCloses',
  succession: 'succession',
} as const satisfies Readonly<Record<PlannedDateKind, keyof (typeof campaignWords)['vi']>>;

const SHOWN_AHEAD = 8;

/** What lies ahead, and on demand what has passed. */
export function DatesList({ items, all = false }: { readonly items: readonly TimelineItem[]; readonly all?: boolean }) {
  const t = useWords(campaignWords);
  const { number } = useFormats();
  const [isPastShown, setPastShown] = useState(false);
  const [isAllShown, setAllShown] = useState(all);
  const inOrder = [...items].sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1));
  const past = inOrder.filter(({ passed }) => passed);
  const ahead = inOrder.filter(({ passed }) => !passed);
  return (
    <>
      {past.length > 0 && (
        <Anchor component="button" type="button" size="sm" ta="left" onClick={() => setPastShown(!isPastShown)}>
          {t.past(number(past.length))}
        </Anchor>
      )}
      {isPastShown && <Dates items={past} />}
      {ahead.length === 0 && <Text c="dimmed">{t.nextNone}</Text>}
      <Dates items={isAllShown ? ahead : ahead.slice(0, SHOWN_AHEAD)} />
      {!isAllShown && ahead.length > SHOWN_AHEAD && (
        <Anchor component="button" type="button" size="sm" ta="left" onClick={() => setAllShown(true)}>
          {t.allAhead(number(ahead.length))}
        </Anchor>
      )}
    </>
  );
}

function Dates({ items }: { readonly items: readonly TimelineItem[] }) {
  const t = useWords(campaignWords);
  const say = useSay();
  const { day } = useFormats();
  if (items.length === 0) return null;
  return (
    <Table verticalSpacing={4} layout="auto" aria-label={t.next}>
      <Table.Tbody>
        {items.map((item) => (
          <Table.Tr key={keyOf(item)}>
            <Table.Td w={110} style={{ verticalAlign: 'top', whiteSpace: 'nowrap' }}>
              {day(dayOf(item))}
            </Table.Td>
            <Table.Td>
              {t[KINDS[item.kind]]}: {say(item.title)}
              {occurrenceName(item.occurrence) !== '' && ` (${occurrenceName(item.occurrence)})`}{' '}
              {item.proposed && (
                <Tooltip label={t.proposedHint} multiline w={260}>
                  <Badge variant="default" tt="none" size="sm">
                    {t.proposed}
                  </Badge>
                </Tooltip>
              )}
              {item.movedTo !== undefined && (
                <Badge variant="default" tt="none" size="sm">
                  {t.movedFrom(day(item.on))}
                </Badge>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
