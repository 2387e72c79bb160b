import { IconCircle, IconCircleCheckFilled, IconCircleDotFilled } from '@tabler/icons-react';
import type { DaysShown, DueShown, RouteStepShown } from '../shared/api/answers.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { nominationWords } from './nomination.words.js';
import styles from './route-line.module.css';

const ICONS = {
  passed: IconCircleCheckFilled,
  open: IconCircleDotFilled,
  ahead: IconCircle,
  none: IconCircle,
} as const;

interface Props {
  readonly route: readonly RouteStepShown[];
  /** The last day of the step that is open. */
  readonly due: DueShown | null;
}

/** Days as people say them: working days by name. */
export function useDays(): (days: DaysShown) => string {
  const t = useWords(nominationWords);
  const { number } = useFormats();
  return ({ amount, unit }) => (unit === 'working' ? t.workingDays : t.calendarDays)(number(amount));
}

/** The way of a dossier: what is behind it and since when, where it stands and until when, what is ahead and how long it is given. */
export function RouteLine({ route, due }: Props) {
  const t = useWords(nominationWords);
  const say = useSay();
  const { day } = useFormats();
  const days = useDays();
  const told = { passed: t.stepPassed, open: t.stepOpen, ahead: t.stepAhead, none: t.stepAhead } as const;
  const isUnverified = route.some(({ state, given }) => state === 'ahead' && given?.advisory === true);
  return (
    <div>
      <ol className={styles['route']} aria-label={t.route}>
        {route.map(({ key, name, state, passedOn, given }) => {
          const Icon = ICONS[state];
          const until = state === 'open' ? due : null;
          return (
            <li key={key} className={styles[state]} {...(state === 'open' ? { 'aria-current': 'step' as const } : {})}>
              <Icon size={16} aria-label={told[state]} role="img" />
              <span>
                {say(name)}
                {passedOn !== null && <span className={styles['day']}> {day(passedOn)}</span>}
                {state === 'ahead' && given !== null && (
                  <span className={styles['day']}>{` (${days(given)}${given.advisory === true ? ' *' : ''})`}</span>
                )}
                {until !== null && <span className={styles['day']}> {t.stepUntil(day(until.lastDay))}</span>}
              </span>
            </li>
          );
        })}
      </ol>
      {isUnverified && <p className={styles['note']}>{t.unverified}</p>}
    </div>
  );
}
