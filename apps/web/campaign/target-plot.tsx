import type { PlotPoint } from '../../../libs/domain/targets/evaluate.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import styles from './target-plot.module.css';
import type { TargetShown } from './targets-query.js';
import { targetsWords } from './targets.words.js';

const WIDTH = 420;
const HEIGHT = 170;
const LEFT = 58;
const BOTTOM = 24;
const TOP = 12;
const RIGHT = 14;

const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** What is wanted (dashed) and what was reached (solid) over time. The table beside it has the same figures. */
export function TargetPlot({ target }: { readonly target: TargetShown }) {
  const t = useWords(targetsWords);
  const say = useSay();
  const { day, number } = useFormats();
  const { wanted, reached } = target.plot;
  const all = [...wanted, ...reached];
  if (all.length === 0) return null;
  const days = all.map(({ on }) => at(on));
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const highest = Math.max(...all.map(({ value }) => value), 0) || 1;
  const lowest = Math.min(...all.map(({ value }) => value), 0);
  const x = (on: string): number =>
    last === first ? (LEFT + WIDTH) / 2 : LEFT + ((at(on) - first) / (last - first)) * (WIDTH - LEFT - RIGHT);
  const y = (value: number): number =>
    HEIGHT - BOTTOM - ((value - lowest) / (highest - lowest)) * (HEIGHT - BOTTOM - TOP);
  const line = (points: readonly PlotPoint[]): string =>
    points.map(({ on, value }) => `${String(x(on))},${String(y(value))}`).join(' ');
  const latest = (points: readonly PlotPoint[]): string => {
    const point = points.at(-1);
    return point === undefined ? t.nothing : number(point.value);
  };
  const onDay = (time: number): string => day(new Date(time).toISOString().slice(0, 10));
  const css = (name: string): string => styles[name] ?? '';
  return (
    <svg
      className={css('plot')}
      viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
      role="img"
      aria-label={t.plot(say(target.text), latest(reached), latest(wanted))}
    >
      <polyline
        className={css('axis')}
        points={`${String(LEFT)},${String(TOP)} ${String(LEFT)},${String(HEIGHT - BOTTOM)} ${String(WIDTH - RIGHT)},${String(HEIGHT - BOTTOM)}`}
      />
      <text className={css('label')} x={LEFT - 6} y={TOP + 8} textAnchor="end">
        {number(highest)}
      </text>
      <text className={css('label')} x={LEFT - 6} y={HEIGHT - BOTTOM} textAnchor="end">
        {number(lowest)}
      </text>
      <text className={css('label')} x={LEFT} y={HEIGHT - 6}>
        {onDay(first)}
      </text>
      {last !== first && (
        <text className={css('label')} x={WIDTH - RIGHT} y={HEIGHT - 6} textAnchor="end">
          {onDay(last)}
        </text>
      )}
      <polyline className={css('wanted')} points={line(wanted)} />
      <polyline className={css('reached')} points={line(reached)} />
      {wanted.map(({ on, value }) => (
        <circle key={`w${on}`} className={css('wantedDot')} cx={x(on)} cy={y(value)} r={3.5} />
      ))}
      {reached.map(({ on, value }) => (
        <circle key={`r${on}`} className={css('reachedDot')} cx={x(on)} cy={y(value)} r={4} />
      ))}
    </svg>
  );
}
