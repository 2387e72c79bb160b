import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import type { Bilingual } from '../../../libs/domain/campaign-plan/parts.js';
import { periodOf } from '../../../libs/domain/campaign-plan/period.js';
import type { TimelineItem } from './campaign-query.js';

/** Something with a beginning and an end, in percent of the whole. */
export interface Bar {
  readonly key: string;
  readonly title: Bilingual;
  readonly from: string;
  readonly to: string;
  readonly start: number;
  readonly width: number;
  /** Bars that overlap stand below each other. */
  readonly row: number;
}
export interface Mark {
  readonly key: string;
  readonly at: number;
  readonly item: TimelineItem;
}
export interface TimelineModel {
  readonly from: string;
  readonly to: string;
  /** Undefined where today lies outside. */
  readonly today: number | undefined;
  readonly years: readonly { readonly year: number; readonly start: number }[];
  readonly phases: readonly Bar[];
  readonly reviews: readonly Bar[];
  readonly rounds: readonly Bar[];
  readonly duties: readonly Mark[];
}

const days = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
const LEAST = 0.6;

/** Where everything of a campaign stands between its first and its last date. Pure. */
export function timelineModel(file: CampaignFile, items: readonly TimelineItem[], today: string): TimelineModel {
  const period = periodOf(file);
  const dates = items.map(dayOf);
  const from = [period.from, ...dates].reduce((a, b) => (b < a ? b : a));
  const to = [period.to, ...dates].reduce((a, b) => (b > a ? b : a));
  const span = Math.max(1, days(to) - days(from) + 1);
  const place = (day: string): number => Math.round(((days(day) - days(from)) / span) * 10_000) / 100;
  const bar = (key: string, title: Bilingual, begins: string, ends: string): Bar => {
    const width = place(ends) - place(begins) + 100 / span;
    return { key, title, from: begins, to: ends, start: place(begins), width: Math.max(LEAST, width), row: 0 };
  };
  const firstYear = Number(from.slice(0, 4));
  const lastYear = Number(to.slice(0, 4));
  return {
    from,
    to,
    today: today >= from && today <= to ? place(today) : undefined,
    years: Array.from({ length: lastYear - firstYear + 1 }, (_, i) => firstYear + i).map((year) => ({
      year,
      start: Math.max(0, place(`${String(year)}-01-01`)),
    })),
    phases: stacked(file.phases.map((phase) => bar(phase.key, phase.text, phase.from, phase.to))),
    reviews: stacked(windows(items, 'review', 'review-opens', 'review-due', bar)),
    rounds: stacked(windows(items, 'round', 'round-opens', 'round-closes', bar)),
    duties: items
      .filter(({ kind }) => kind === 'due')
      .map((item) => ({ key: keyOf(item), at: place(dayOf(item)), item })),
  };
}

/** The day it stands on now: moved dates count as moved. */
export const dayOf = ({ on, movedTo }: TimelineItem): string => movedTo ?? on;

export const keyOf = ({ about, occurrence, kind, on }: TimelineItem): string =>
  `${about}/${occurrence ?? ''}/${kind}/${on}`;

/** Gives each bar the first row in which it meets no other. */
function stacked(bars: readonly Bar[]): readonly Bar[] {
  const ends: number[] = [];
  return bars.map((bar) => {
    const free = ends.findIndex((end) => end <= bar.start);
    const row = free === -1 ? ends.length : free;
    ends[row] = bar.start + bar.width;
    return { ...bar, row };
  });
}

type MakeBar = (key: string, title: Bilingual, from: string, to: string) => Bar;

/** Openings and closings of one kind brought together; what only has an end is a day. */
function windows(
  items: readonly TimelineItem[],
  prefix: string,
  opens: TimelineItem['kind'],
  closes: TimelineItem['kind'],
  bar: MakeBar,
): readonly Bar[] {
  return items
    .filter((item) => item.kind === closes && item.about.startsWith(`${prefix}:`))
    .map((end) => {
      const begin = items.find(
        (item) => item.kind === opens && item.about === end.about && item.occurrence === end.occurrence,
      );
      const ends = dayOf(end);
      return bar(keyOf(end), end.title, begin === undefined ? ends : begin.on, ends);
    });
}
