import { useQuery } from '@tanstack/react-query';
import { sessionQuery, type SessionShown } from '../sessions/session-query.js';
import { QueryState } from '../shared/ui/query-state.js';
import { common } from '../shared/words/common.words.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { printWords } from './print.words.js';
import { minutesSheetRoute } from './route.js';
import { Sheet } from './sheet.js';
import styles from './sheet.module.css';

/** Minutes of a council session; before there is a result, the form to be filled in by hand at the meeting. */
export function MinutesSheet() {
  const { sessionId } = minutesSheetRoute.useParams();
  const query = useQuery(sessionQuery(sessionId));
  return <QueryState query={query}>{(session) => <Minutes session={session} />}</QueryState>;
}

function Minutes({ session }: { readonly session: SessionShown }) {
  const t = useWords(printWords);
  const say = useSay();
  const { day, number } = useFormats();
  const { council, campaign, date, members, present, minutes, dossiers, status } = session;
  const approved = dossiers.filter(({ count }) => count?.outcome === 'approved').length;
  return (
    <Sheet
      office={say(council.name)}
      {...(minutes === undefined ? {} : { number: minutes.number, day: minutes.date })}
      title={t.minutes}
      subtitle={t.minutesOf}
      signatures={[
        { who: t.secretary, how: t.sign },
        { who: t.chair, how: t.sign },
      ]}
    >
      <br />
      <p>{t.held(day(date), say(council.name), say(campaign.name))}</p>
      <h2>{t.members}</h2>
      <p>{t.membersAre(number(members))}</p>
      {present === undefined ? (
        <p>{t.presentAre('………', '………')}</p>
      ) : (
        <p>{t.presentAre(number(present), number(members - present))}</p>
      )}
      <h2>{t.votes}</h2>
      {status === 'convened' && <p>{t.notCounted}</p>}
      <Votes session={session} />
      <h2>{t.conclude}</h2>
      <p>{t.concluded(status === 'recorded' ? number(approved) : '………', number(dossiers.length))}</p>
    </Sheet>
  );
}

function Votes({ session: { dossiers, members } }: { readonly session: SessionShown }) {
  const t = useWords(printWords);
  const words = useWords(common);
  const say = useSay();
  const { number } = useFormats();
  return (
    <table>
      <thead>
        <tr>
          <th className={styles['count']}>{t.no}</th>
          <th>{t.nominee}</th>
          <th>{t.award}</th>
          {[t.inFavour, t.against, t.abstained, t.share].map((label) => (
            <th key={label} className={styles['count']}>
              {label}
            </th>
          ))}
          <th>{t.conclusion}</th>
        </tr>
      </thead>
      <tbody>
        {dossiers.map(({ nominationId, subject, unit, awardName, count }, i) => (
          <tr key={nominationId}>
            <td className={styles['count']}>{i + 1}</td>
            <td>
              <strong>{subject.name ?? words.erased}</strong>, {say(unit.name)}
            </td>
            <td>{say(awardName)}</td>
            <td className={styles['count']}>{count === null ? '' : number(count.inFavour)}</td>
            <td className={styles['count']}>{count === null ? '' : number(count.against)}</td>
            <td className={styles['count']}>{count === null ? '' : number(count.abstained)}</td>
            <td className={styles['count']}>
              {count === null || members === 0 ? '' : `${number((count.inFavour * 100) / members)}%`}
            </td>
            <td>{count === null ? '' : count.outcome === 'approved' ? t.approved : t.notApproved}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
