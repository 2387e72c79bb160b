import { IconCircle, IconCircleCheckFilled, IconCircleDotFilled } from '@tabler/icons-react';
import type { RouteStepShown } from '../shared/api/answers.js';
import { useSay, useWords } from '../shared/words/language.js';
import { nominationWords } from './nomination.words.js';
import styles from './route-line.module.css';

const ICONS = {
  passed: IconCircleCheckFilled,
  open: IconCircleDotFilled,
  ahead: IconCircle,
  none: IconCircle,
} as const;

/** The way of a dossier: what is behind it, where it stands, what is ahead. */
export function RouteLine({ route }: { readonly route: readonly RouteStepShown[] }) {
  const t = useWords(nominationWords);
  const say = useSay();
  const told = { passed: t.stepPassed, open: t.stepOpen, ahead: t.stepAhead, none: t.stepAhead } as const;
  return (
    <ol className={styles['route']} aria-label={t.route}>
      {route.map(({ key, name, state }) => {
        const Icon = ICONS[state];
        return (
          <li key={key} className={styles[state]} {...(state === 'open' ? { 'aria-current': 'step' as const } : {})}>
            <Icon size={16} aria-label={told[state]} role="img" />
            <span>{say(name)}</span>
          </li>
        );
      })}
    </ol>
  );
}
