import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import type { PledgeShown } from './desk-query.js';

/** One line of a pledge while it is written. */
export interface Entry {
  readonly key: string;
  readonly own: boolean;
  readonly isIn: boolean;
  readonly text: string;
  readonly target: number | string;
  readonly unit: string;
  readonly spearhead: boolean;
}

/** Lines to begin with: the campaign's criteria, or what was pledged before. */
export function entriesFor(file: CampaignFile, before: readonly PledgeShown[] | undefined): readonly Entry[] {
  const offered = file.criteria.map(({ key, text }): Entry => {
    const said = before?.find((pledge) => pledge.key === key && !pledge.own);
    const isIn = before === undefined || said !== undefined;
    return said === undefined
      ? { key, own: false, isIn, text: text.vi, target: '', unit: '', spearhead: false }
      : { ...entryOf(said), text: said.text.text ?? text.vi };
  });
  return [...offered, ...(before ?? []).filter(({ own }) => own).map(entryOf)];
}

const entryOf = ({ key, own, text, target, unit, spearhead }: PledgeShown): Entry => ({
  key,
  own,
  isIn: true,
  text: text.text ?? '',
  target: target ?? '',
  unit: unit ?? '',
  spearhead: spearhead === true,
});

/** A new line of the unit's own, under a key nothing else has. */
export function ownEntry(entries: readonly Entry[]): Entry {
  const taken = new Set(entries.map(({ key }) => key));
  let number = 1;
  while (taken.has(`own-${String(number)}`)) number += 1;
  return { key: `own-${String(number)}`, own: true, isIn: true, text: '', target: '', unit: '', spearhead: false };
}

/** What is sent: lines that are in and say something. */
export const bodyOfEntries = (entries: readonly Entry[]) =>
  entries
    .filter(({ isIn, text }) => isIn && text.trim() !== '')
    .map(({ key, own, text, target, unit, spearhead }) => ({
      key,
      own,
      text: text.trim(),
      ...(target === '' ? {} : { target: Number(target) }),
      ...(unit.trim() === '' ? {} : { unit: unit.trim() }),
      ...(spearhead ? { spearhead } : {}),
    }));
