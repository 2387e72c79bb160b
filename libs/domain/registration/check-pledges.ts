import type { CampaignFile } from '../campaign-plan/campaign.js';
import type { Registration, SignatureKind } from '../campaign-plan/pledges.js';
import { dateOf, isLocalDate } from '../calendar/local-date.js';
import { refuse, type Decision } from '../core/decision.js';
import type { GivenFile } from '../attachment/attachment.js';
import type { Pledge } from './registration.stream.js';

/** What a unit writes down: the words are sealed when they become a fact. */
export type GivenPledge = Omit<Pledge, 'text' | 'from'> & { readonly text: string };

/** How and when the pledge was signed; a paper is shown by its scan. */
export interface GivenSignature {
  readonly kind: Exclude<SignatureKind, 'either'>;
  readonly on: string;
  readonly files?: readonly GivenFile[] | undefined;
}

/** Every entry is of the campaign or the unit's own where it may have any, is said once, and there are enough of them. */
export function refusePledges(file: CampaignFile, pledges: readonly GivenPledge[]): Decision | undefined {
  const written = [...file.criteria, ...file.targets, ...file.contents, ...file.objectives].map(({ key }) => key);
  const seen = new Set<string>();
  for (const [i, pledge] of pledges.entries()) {
    const field = `pledges.${i}`;
    if (seen.has(pledge.key)) return refuse('INVALID_INPUT', { field: `${field}.key`, params: { id: pledge.key } });
    seen.add(pledge.key);
    if (pledge.text.trim() === '') return refuse('INVALID_INPUT', { field: `${field}.text` });
    if (pledge.own && file.registration?.unitDefinedCriteria === false)
      return refuse('INVALID_INPUT', { field: `${field}.own` });
    if (!pledge.own && !written.includes(pledge.key))
      return refuse('INVALID_INPUT', { field: `${field}.key`, params: { id: pledge.key } });
    if (pledge.spearhead === true && pledge.target === undefined)
      return refuse('INVALID_INPUT', { field: `${field}.target`, params: { id: pledge.key } });
  }
  if (pledges.length === 0) return refuse('INVALID_INPUT', { field: 'pledges' });
  return refuseTooFew(file.registration, pledges);
}

function refuseTooFew(registration: Registration | undefined, pledges: readonly GivenPledge[]): Decision | undefined {
  const { own = 0, indicators = 0, spearheads = 0 } = registration?.atLeast ?? {};
  const counts = {
    own: [own, pledges.filter((one) => one.own).length],
    indicators: [indicators, pledges.filter(({ target }) => target !== undefined).length],
    spearheads: [spearheads, pledges.filter(({ spearhead }) => spearhead === true).length],
  } as const;
  for (const [kind, [atLeast, given]] of Object.entries(counts)) {
    if (given < atLeast) return refuse('PLEDGE_INCOMPLETE', { field: 'pledges', params: { kind, atLeast, given } });
  }
  return undefined;
}

/** A campaign that says how pledges are signed wants the signature with the pledge, of that kind, not of the future. */
export function refuseSignature(
  registration: Registration | undefined,
  signature: GivenSignature | undefined,
  now: number,
): Decision | undefined {
  if (signature === undefined)
    return registration?.signedPledge === true && registration.signature !== undefined
      ? refuse('PLEDGE_UNSIGNED', { field: 'signature' })
      : undefined;
  const asked = registration?.signature ?? 'either';
  if (asked !== 'either' && asked !== signature.kind)
    return refuse('INVALID_INPUT', { field: 'signature.kind', params: { id: asked } });
  if (!isLocalDate(signature.on)) return refuse('DATE_INVALID', { field: 'signature.on' });
  return signature.on > dateOf(now)
    ? refuse('DATE_IN_FUTURE', { field: 'signature.on', params: { date: signature.on } })
    : undefined;
}
