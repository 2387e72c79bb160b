import { useQuery } from '@tanstack/react-query';
import { STATUS_NAMES, SUBJECT_NAMES } from '../../../libs/contracts/state-names.js';
import { eligibilityQuery } from '../nomination/eligibility-query.js';
import { nominationQuery } from '../nomination/nomination-query.js';
import { papersQuery } from '../nomination/papers-query.js';
import type { EligibilityShown, NominationShown, PapersShown } from '../shared/api/answers.js';
import { QueryState } from '../shared/ui/query-state.js';
import { common } from '../shared/words/common.words.js';
import { capital } from '../shared/words/format.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { printWords } from './print.words.js';
import { dossierSheetRoute } from './route.js';
import { Facts, Sheet } from './sheet.js';
import styles from './sheet.module.css';

/** A dossier on paper: whose it is, what for, its papers with their checksums, its verdict and its way. */
export function DossierSheet() {
  const { nominationId } = dossierSheetRoute.useParams();
  const nomination = useQuery(nominationQuery(nominationId));
  const papers = useQuery(papersQuery(nominationId));
  const eligibility = useQuery(eligibilityQuery(nominationId));
  return (
    <QueryState query={nomination}>
      {(shown) => (
        <QueryState query={papers}>
          {(held) => (
            <QueryState query={eligibility}>
              {(judged) => <Dossier nomination={shown} papers={held} eligibility={judged} />}
            </QueryState>
          )}
        </QueryState>
      )}
    </QueryState>
  );
}

interface Props {
  readonly nomination: NominationShown;
  readonly papers: PapersShown;
  readonly eligibility: EligibilityShown;
}

function Dossier({ nomination, papers, eligibility }: Props) {
  const t = useWords(printWords);
  const words = useWords(common);
  const say = useSay();
  const { day } = useFormats();
  const { subject, awardName, unit, campaign, status, decision, achievement, route } = nomination;
  const verdict = eligibility.recorded?.verdict ?? eligibility.now;
  const states = { passed: t.passed, open: t.open, ahead: t.ahead, none: '' };
  return (
    <Sheet
      office={say(unit.name)}
      title={t.dossier}
      signatures={[
        { who: t.maker, how: t.sign },
        { who: t.head, how: t.signSeal },
      ]}
    >
      <Facts
        of={[
          [t.nominee, subject.name ?? words.erased],
          [t.kind, say(SUBJECT_NAMES[subject.kind])],
          [t.award, say(awardName)],
          [t.unit, say(unit.name)],
          [t.campaign, say(campaign.name)],
          [t.standing, capital(say(STATUS_NAMES[status] ?? { vi: '', en: '' }))],
          ...(decision === null ? [] : [[t.decision, t.decisionOf(decision.number, day(decision.date))] as const]),
        ]}
      />
      <h2>{t.achievement}</h2>
      <p className={styles['lines']}>{achievement ?? words.erased}</p>
      <h2>{t.papers}</h2>
      <PapersTable papers={papers} />
      <h2>{t.eligibility}</h2>
      <p>{verdict === null ? t.notJudged : say(verdict.sentence)}</p>
      {route.length > 0 && (
        <>
          <h2>{t.way}</h2>
          <table>
            <thead>
              <tr>
                <th className={styles['count']}>{t.no}</th>
                <th>{t.step}</th>
                <th>{t.state_}</th>
              </tr>
            </thead>
            <tbody>
              {route.map(({ key, name, state, passedOn }, i) => (
                <tr key={key}>
                  <td className={styles['count']}>{i + 1}</td>
                  <td>{say(name)}</td>
                  <td>{passedOn === null ? states[state] : `${states[state]}, ${day(passedOn)}`}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Sheet>
  );
}

function PapersTable({ papers: { papers, named, asked } }: { readonly papers: PapersShown }) {
  const t = useWords(printWords);
  const words = useWords(common);
  const say = useSay();
  const missing = asked.filter(({ binding, held }) => binding && !held).map(({ name }) => say(name));
  const rows = [
    ...papers.flatMap(({ title, takenOut, versions: [newest] }) =>
      takenOut !== null || newest === undefined
        ? []
        : [{ key: newest.digest, title: say(title), file: newest.name ?? words.erased, digest: newest.digest }],
    ),
    ...named.map(({ kind, reference }) => ({ key: `${kind}/${reference}`, title: reference, file: '', digest: '' })),
  ];
  return (
    <>
      {rows.length === 0 ? (
        <p>{t.noPapers}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th className={styles['count']}>{t.no}</th>
              <th>{t.paper}</th>
              <th>{t.file}</th>
              <th>{t.checksum}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, title, file, digest }, i) => (
              <tr key={key}>
                <td className={styles['count']}>{i + 1}</td>
                <td>{title}</td>
                <td>{file}</td>
                <td className={styles['digest']}>{digest}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {missing.length > 0 && <p>{t.missing(missing.join('; '))}</p>}
    </>
  );
}
