import { queueOf, type Role } from '../access/actor.js';
import { dateOf, yearOf } from '../calendar/local-date.js';
import type { CampaignFile } from '../campaign-plan/campaign.js';
import type { AccountableHeads, DistributionEntry, SteeringCommittee } from '../campaign-plan/organising.js';
import type { Bilingual, Who } from '../campaign-plan/parts.js';
import type { Ask, Have } from '../core/decision.js';
import { ref, type StreamRef } from '../core/stream.js';
import { namedAddressees, queueOfAddressee } from '../report/addressees.js';

/** Whom documents of a campaign are sent to, line by line. */

export type Occasion = 'launch' | 'decision';

/** A seat a line names outright, by the role held at the unit: members of a steering committee. */
export interface Seat {
  readonly unit: string;
  readonly role: Role;
}

/** A line of the list; the heads who answer for the campaign; or a steering committee, whose members get what is theirs. */
export interface Line {
  readonly key: string;
  readonly text: Bilingual;
  readonly to: Who;
  readonly acknowledge: boolean;
  readonly documents: readonly string[];
  readonly purpose?: string | undefined;
  readonly toHeads: boolean;
  readonly seats: readonly Seat[];
  readonly template: 'document-sent' | 'accountable-head' | 'steering-member';
}

const fromEntry = ({ key, text, to, acknowledge, documents = [], purpose }: DistributionEntry): Line => ({
  key,
  text,
  to: to ?? {},
  acknowledge,
  documents,
  purpose,
  toHeads: false,
  seats: [],
  template: 'document-sent',
});
const fromHeads = ({ key, text, scope, clusters }: AccountableHeads): Line => ({
  key: `accountable.${key}`,
  text,
  to: { scope, ...(clusters === undefined ? {} : { clusters }) },
  acknowledge: false,
  documents: [],
  toHeads: true,
  seats: [],
  template: 'accountable-head',
});

/** Every member says that they have what they look after (lĩnh vực, địa bàn phụ trách): a task in their inbox. */
const fromCommittee = ({ key, document, members }: SteeringCommittee): readonly Line[] =>
  members.map((member) => ({
    key: `steering.${key}.${member.key}`,
    text: {
      vi: ['Thành viên Ban Chỉ đạo', ...member.areas.map(({ text }) => text.vi)].join(': '),
      en: ['Member of the steering committee', ...member.areas.map(({ text }) => text.en)].join(': '),
    },
    to: {},
    acknowledge: true,
    documents: document === undefined ? [] : [document],
    toHeads: false,
    seats: [{ unit: member.unit, role: member.role }],
    template: 'steering-member',
  }));

export const linesOf = (file: CampaignFile, occasion: Occasion): readonly Line[] => [
  ...(file.distribution ?? []).filter(({ at }) => at.includes(occasion)).map(fromEntry),
  ...(occasion === 'launch' ? (file.accountableHeads ?? []).map(fromHeads) : []),
  ...(occasion === 'launch' ? (file.steeringCommittees ?? []).flatMap(fromCommittee) : []),
];

export const queueAt = (file: CampaignFile, { toHeads, seats }: Line, unit: string): string => {
  const seat = seats.find((one) => one.unit === unit);
  if (seat !== undefined) return queueOf(unit, seat.role);
  return toHeads ? queueOf(unit, 'head') : queueOfAddressee(file, unit);
};

/** What the unit above the issuer, and the bodies of the campaign above, are read from. */
export const needsAbove = ({ roles, parent }: CampaignFile): readonly StreamRef[] => [
  ref('unit', roles.issuer.unit),
  ...(parent?.campaign === undefined ? [] : [ref('campaign', parent.campaign)]),
];

/** `parent`: the unit above the issuer; where the campaign carries out another, those who issued and lead that one. */
function bodiesAbove(have: Have, { roles, parent }: CampaignFile, { to }: Line): readonly string[] {
  if (to.parent !== true) return [];
  const above = have.state('unit', roles.issuer.unit)?.parent;
  const led = parent?.campaign === undefined ? undefined : have.state('campaign', parent.campaign)?.file.roles;
  return [
    ...(above === undefined ? [] : [above]),
    ...(led === undefined ? [] : [led.issuer.unit, led.leadAgency.unit]),
  ].filter((unit) => unit !== roles.issuer.unit);
}

export const askLeaders = (lines: readonly Line[], now: number): readonly Ask[] =>
  lines.some(({ to }) => to.clusters === true) ? [{ ask: 'clusterLeaders', year: yearOf(dateOf(now)) }] : [];

/** Units a line names by itself, by way of the campaign above, or as leaders of clusters; each once. */
export const unitsNamed = (have: Have, file: CampaignFile, line: Line): readonly string[] => [
  ...new Set([
    ...line.seats.map(({ unit }) => unit),
    ...namedAddressees(file, line.to, undefined),
    ...bodiesAbove(have, file, line),
  ]),
];
