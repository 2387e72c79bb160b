import { Text } from '@mantine/core';
import { STATUS_NAMES } from '../../../libs/contracts/state-names.js';
import type { HistoryShown, StandingShown } from '../shared/api/answers.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import styles from './history.module.css';
import { historyWords } from './history.words.js';
import { usePackName } from './pack-names.js';
import { isMilestone } from './weight.js';
import { Who } from './who.js';

/** One fact, as somebody reads it who was not there. */
export function HistoryEntry({ entry }: { readonly entry: HistoryShown }) {
  const t = useWords(historyWords);
  const say = useSay();
  const { moment, day } = useFormats();
  const { what, when, why, rule } = entry;
  const packName = usePackName();
  const standing = useStanding();
  const was = standing(entry.before);
  const is = standing(entry.after);
  const under = [
    rule.stepName === undefined ? undefined : say(rule.stepName),
    rule.rulePack === undefined ? undefined : packName(rule.rulePack),
    rule.legalBasis,
  ].filter((part) => part !== undefined);
  return (
    <li className={styles['entry']} data-weight={isMilestone(entry) ? 'milestone' : 'internal'}>
      <Text size="sm" c="dimmed">
        <time dateTime={when.business}>{moment(when.business)}</time>
        {when.document !== undefined && ` · ${t.documentOf(day(when.document))}`}
      </Text>
      <Text fw={600}>{say(what)}</Text>
      <Text size="sm">
        <Who entry={entry} />
      </Text>
      {why !== undefined && (
        <Text size="sm" my={4} className={styles['quote']}>
          <strong>{t.why}</strong> {'text' in why ? why.text : t.erased}
        </Text>
      )}
      {is !== '' && was !== is && <Text size="sm">{was === '' ? is : t.fromTo(was, is)}</Text>}
      {under.length > 0 && (
        <Text size="sm" c="dimmed">
          {t.under} {under.join(' · ')}
        </Text>
      )}
      <Proof entry={entry} />
    </li>
  );
}

/** Where it stood: its state, its step, its date. */
function useStanding(): (standing: StandingShown | undefined) => string {
  const t = useWords(historyWords);
  const say = useSay();
  const { day } = useFormats();
  return (standing) =>
    [
      standing?.status === undefined ? undefined : say(STATUS_NAMES[standing.status] ?? { vi: '', en: '' }),
      standing?.stepName === undefined ? undefined : say(standing.stepName),
      standing?.lastDay === undefined ? undefined : t.due(day(standing.lastDay)),
    ]
      .filter((part) => part !== undefined && part !== '')
      .join(', ');
}

function Proof({ entry: { logIndex, digest, when } }: { readonly entry: HistoryShown }) {
  const t = useWords(historyWords);
  const { moment, number } = useFormats();
  return (
    <details className={styles['proof']}>
      <summary>{t.proof}</summary>
      {logIndex === null ? t.waiting : t.logIndex(number(logIndex))} · {t.recorded(moment(when.recorded))}
      <br />
      <code>{digest}</code>
    </details>
  );
}
