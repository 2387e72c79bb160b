import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import {
  archiveCampaign,
  closeCampaign,
  concludeReview,
  extendCampaignDate,
  launchCampaign,
} from '../../../libs/contracts/commands/campaign.contract.js';
import type { Bilingual } from '../../../libs/domain/campaign-plan/parts.js';
import { dutyDate, reviewDate, roundDate } from '../../../libs/domain/campaign/campaign-dates.js';
import { openCommandDialog } from '../shared/forms/open-dialog.js';
import { useMay } from '../shared/session/me.js';
import { sayDone } from '../shared/ui/toast.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { occurrenceName, timelineQuery, type CampaignShown, type TimelineItem } from './campaign-query.js';
import { contentWords } from './content.words.js';
import { dayOf } from './timeline-model.js';

interface Choice {
  readonly value: string;
  readonly label: string;
}
interface Offered {
  readonly key: string;
  readonly label: string;
  readonly open: () => void;
}

/** What the reader may do with the campaign as it stands; nothing is shown where there is nothing. */
export function CampaignActs({ campaign }: { readonly campaign: CampaignShown }) {
  const t = useWords(contentWords);
  const offered = useOffered(campaign);
  if (offered.length === 0) return null;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button rightSection={<IconChevronDown size={16} aria-hidden />} className="vd-no-print">
          {t.acts}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {offered.map(({ key, label, open }) => (
          <Menu.Item key={key} onClick={open}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function useOffered(campaign: CampaignShown): readonly Offered[] {
  const t = useWords(contentWords);
  const say = useSay();
  const may = useMay();
  const dates = useDates(campaign);
  const { file, status, reviews, conclusions } = campaign;
  const { issuer, decider, leadAgency } = file.roles;
  const href = `/api/v1/campaigns/${encodeURIComponent(campaign.id)}`;
  const at = (...units: readonly string[]) => ({
    may: (permission: Parameters<typeof may>[0]): boolean => units.some((unit) => may(permission, unit)),
  });
  const omit = ['campaignId'];
  const document = [
    { name: 'document.number', label: t.number, hint: t.launchHint, type: 'line', required: true },
    { name: 'document.date', label: t.date, type: 'day', required: true },
  ] as const;
  const offered: Offered[] = [];
  if (status === 'draft' && at(issuer.unit, decider.unit).may('campaign.launch')) {
    const form = { href: `${href}/launch`, schema: launchCampaign, omit, fields: document, label: t.launch };
    const open = () => openCommandDialog(t.launchTitle, { ...form, onDone: () => sayDone(t.launched) });
    offered.push({ key: 'launch', label: t.launch, open });
  }
  const isAlive = status === 'draft' || status === 'running';
  if (isAlive && dates.length > 0 && at(leadAgency.unit, issuer.unit, decider.unit).may('campaign.extend')) {
    const fields = [
      { name: 'what', label: t.which, type: 'choice', required: true, choices: dates },
      { name: 'lastDay', label: t.lastDay, type: 'day', required: true },
      { name: 'reason', label: t.reason, type: 'text', required: true },
    ] as const;
    const form = { href: `${href}/extensions`, schema: extendCampaignDate, omit, fields, label: t.extend };
    const open = () => openCommandDialog(t.extendTitle, { ...form, onDone: () => sayDone(t.extended) });
    offered.push({ key: 'extend', label: t.extend, open });
  }
  for (const review of file.reviews) {
    const isOpen = reviews[review.key] !== undefined && conclusions[review.key] === undefined;
    const units = [file.roles[review.concludes].unit, file.roles[review.leads].unit];
    if (status !== 'running' || !isOpen || !at(...units).may('campaign.review')) continue;
    const fields = [
      { name: 'number', label: t.number, type: 'line', required: true },
      { name: 'date', label: t.date, type: 'day', required: true },
      { name: 'conclusion', label: t.conclusion, type: 'text', required: true },
    ] as const;
    const label = t.conclude(say(review.text));
    const address = `${href}/reviews/${encodeURIComponent(review.key)}/conclusion`;
    const form = { href: address, schema: concludeReview, omit: [...omit, 'review'], fields, label };
    const open = () => openCommandDialog(label, { ...form, onDone: () => sayDone(t.concluded) });
    offered.push({ key: review.key, label, open });
  }
  if (status === 'running' && at(issuer.unit, decider.unit).may('campaign.close')) {
    const form = { href: `${href}/closing`, schema: closeCampaign, omit, fields: [], label: t.close, isEnding: true };
    const open = () => openCommandDialog(t.closeHint, { ...form, onDone: () => sayDone(t.closed) });
    offered.push({ key: 'close', label: t.close, open });
  }
  if (status === 'closed' && at(issuer.unit).may('campaign.archive')) {
    const form = { href: `${href}/archiving`, schema: archiveCampaign, omit, fields: [], label: t.archive };
    const open = () => openCommandDialog(t.archive, { ...form, onDone: () => sayDone(t.archived) });
    offered.push({ key: 'archive', label: t.archive, open });
  }
  return offered;
}

const MOVABLE = new Set<TimelineItem['kind']>(['due', 'review-due', 'round-closes']);

/** Dates ahead that can be moved, and duties that still have none, by the names the command knows them by. */
function useDates(campaign: CampaignShown): readonly Choice[] {
  const t = useWords(contentWords);
  const say = useSay();
  const { day } = useFormats();
  const { data } = useQuery(timelineQuery(campaign.id));
  const told = (title: Bilingual, occurrence: string | undefined): string =>
    [say(title), occurrenceName(occurrence)].filter((part) => part !== '').join(' ');
  // Nothing is offered before everything is known: a form keeps the choices it was opened with.
  if (data === undefined) return [];
  const ahead = data.items
    .filter(({ kind, passed }) => MOVABLE.has(kind) && !passed)
    .map((item) => ({ value: nameOf(item), label: `${day(dayOf(item))}: ${told(item.title, item.occurrence)}` }));
  const undated = campaign.file.obligations
    .filter(({ key, due }) => due.kind === 'undated' && campaign.extended[dutyDate(key, 'once')] === undefined)
    .map(({ key, text }) => ({ value: dutyDate(key, 'once'), label: t.undatedTo(say(text)) }));
  return [...undated, ...ahead.filter(({ value }, i) => ahead.findIndex((one) => one.value === value) === i)];
}

function nameOf({ about, occurrence = 'once' }: TimelineItem): string {
  const [kind = '', key = ''] = about.split(':');
  if (kind === 'review') return reviewDate(key);
  return kind === 'round' ? roundDate(key, occurrence) : dutyDate(key, occurrence);
}
