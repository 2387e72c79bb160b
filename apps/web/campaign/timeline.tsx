import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import type { CampaignShown, TimelineShown } from './campaign-query.js';
import { campaignWords } from './campaign.words.js';
import { timelineModel, type Bar, type TimelineModel } from './timeline-model.js';
import styles from './timeline.module.css';

interface Props {
  readonly campaign: CampaignShown;
  readonly timeline: TimelineShown;
}

/** Height of a row of bars, rem. */
const ROW = 1.9;
const ROOM_FOR_A_YEAR = 95;

const css = (...names: readonly string[]): string => names.map((name) => styles[name] ?? '').join(' ');

/** A campaign from its first to its last day, with today in it. A picture: its dates stand in the list below it as well. */
export function Timeline({ campaign: { file }, timeline }: Props) {
  const t = useWords(campaignWords);
  const say = useSay();
  const { day } = useFormats();
  const model = timelineModel(file, timeline.items, timeline.today);
  // A year that has only begun has no room for its name.
  const labelled = model.years.filter(({ start }) => start < ROOM_FOR_A_YEAR);
  const about = t.timelineAbout(say(file.name), day(model.from), day(model.to), day(timeline.today));
  const lane = (kind: 'phase' | 'review' | 'round', label: string, bars: readonly Bar[]): ReactNode =>
    bars.length > 0 && (
      <Lane label={label} model={model} rows={1 + Math.max(...bars.map(({ row }) => row))}>
        {bars.map((bar) => (
          <Span key={bar.key} bar={bar} kind={kind} today={timeline.today} />
        ))}
      </Lane>
    );
  return (
    <div className={css('scroller')} role="region" aria-label={t.timeline} tabIndex={0}>
      <div className={css('chart')} role="img" aria-label={about}>
        <span />
        <div className={css('years')}>
          {labelled.map(({ year, start }) => (
            <span key={year} className={css('year')} style={{ left: `${String(start)}%` }}>
              {year}
            </span>
          ))}
        </div>
        {lane('phase', t.phasesRow, model.phases)}
        {lane('review', t.reviewsRow, model.reviews)}
        {lane('round', t.roundsRow, model.rounds)}
        <Lane label={t.dutiesRow} model={model}>
          {model.duties.map(({ key, at, item }) => (
            <Tooltip key={key} label={`${say(item.title)}: ${day(item.movedTo ?? item.on)}`}>
              <span
                className={css('mark', ...(item.passed ? ['markPassed'] : []))}
                style={{ left: `${String(at)}%` }}
              />
            </Tooltip>
          ))}
        </Lane>
        <span />
        <div className={css('years')}>
          {model.today !== undefined && (
            <span
              className={css('todayLabel')}
              style={
                model.today > 80 ? { right: `${String(100 - model.today)}%` } : { left: `${String(model.today)}%` }
              }
            >
              {t.today(day(timeline.today))}
            </span>
          )}
        </div>
      </div>
    </div>
  );
}

interface LaneProps {
  readonly label: string;
  readonly model: TimelineModel;
  readonly rows?: number;
  readonly children: ReactNode;
}

function Lane({ label, model, rows = 1, children }: LaneProps) {
  return (
    <>
      <span className={css('label')}>{label}</span>
      <div className={css('lane')} style={{ height: `${String(rows * ROW)}rem` }}>
        {model.years.map(({ year, start }) => (
          <span key={year} className={css('grid')} style={{ left: `${String(start)}%` }} />
        ))}
        {children}
        {model.today !== undefined && <span className={css('today')} style={{ left: `${String(model.today)}%` }} />}
      </div>
    </>
  );
}

interface SpanProps {
  readonly bar: Bar;
  readonly kind: 'phase' | 'review' | 'round';
  readonly today: string;
}

function Span({ bar, kind, today }: SpanProps) {
  const say = useSay();
  const { day } = useFormats();
  const names = ['bar', kind, ...(kind === 'phase' && bar.to < today ? ['passed'] : [])];
  const place = { left: `${String(bar.start)}%`, width: `${String(bar.width)}%`, top: `${String(bar.row * ROW)}rem` };
  return (
    <Tooltip label={`${say(bar.title)}: ${day(bar.from)} - ${day(bar.to)}`} multiline maw={320}>
      <span className={css(...names)} style={place}>
        {kind === 'phase' ? say(bar.title) : ''}
      </span>
    </Tooltip>
  );
}
