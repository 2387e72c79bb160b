import { useQuery } from '@tanstack/react-query';
import { isMilestone } from '../history/weight.js';
import { nominationQuery } from '../nomination/nomination-query.js';
import type { HistoryShown, Page } from '../shared/api/answers.js';
import { address, request } from '../shared/api/client.js';
import { QueryState } from '../shared/ui/query-state.js';
import { common } from '../shared/words/common.words.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { printWords } from './print.words.js';
import { historySheetRoute } from './route.js';
import { Facts, Sheet } from './sheet.js';
import styles from './sheet.module.css';

/** Every page of a history: paper has no button for more. */
async function wholeHistory(id: string, signal: AbortSignal): Promise<readonly HistoryShown[]> {
  const items: HistoryShown[] = [];
  let cursor: string | undefined;
  do {
    const href = address(`/api/v1/nominations/${encodeURIComponent(id)}/history`, { limit: 200, cursor });
    const page = await request<Page<HistoryShown>>(href, { signal });
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return items;
}

/** What happened to a dossier, on paper: when, who, what and why. */
export function HistorySheet() {
  const t = useWords(printWords);
  const words = useWords(common);
  const say = useSay();
  const { nominationId } = historySheetRoute.useParams();
  const nomination = useQuery(nominationQuery(nominationId));
  const history = useQuery({
    queryKey: ['whole-history', nominationId],
    queryFn: ({ signal }) => wholeHistory(nominationId, signal),
    meta: { follows: { ids: [nominationId], kinds: ['session', 'decision'] } },
  });
  return (
    <QueryState query={nomination}>
      {({ subject, awardName, unit, roles }) => (
        <Sheet
          office={say(roles.standingBody.name)}
          title={t.history}
          signatures={[
            { who: t.maker, how: t.sign },
            { who: t.head, how: t.signSeal },
          ]}
        >
          <Facts
            of={[
              [t.nominee, subject.name ?? words.erased],
              [t.award, say(awardName)],
              [t.unit, say(unit.name)],
            ]}
          />
          <br />
          <QueryState query={history}>{(entries) => <Entries entries={entries.filter(isMilestone)} />}</QueryState>
        </Sheet>
      )}
    </QueryState>
  );
}

function Entries({ entries }: { readonly entries: readonly HistoryShown[] }) {
  const t = useWords(printWords);
  const words = useWords(common);
  const say = useSay();
  const { moment, day } = useFormats();
  return (
    <table>
      <thead>
        <tr>
          <th className={styles['count']}>{t.no}</th>
          <th>{t.when}</th>
          <th>{t.who}</th>
          <th>{t.what}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ digest, when, who, what, why }, i) => (
          <tr key={digest}>
            <td className={styles['count']}>{i + 1}</td>
            <td>
              {moment(when.business)}
              {when.document !== undefined && `, ${t.byPaper(day(when.document))}`}
            </td>
            <td>
              {who.name ?? who.id}
              {who.capacity !== undefined && `, ${say(who.capacity.unit.name)}`}
              {who.onBehalfOf !== undefined && ` (${t.onBehalf(who.onBehalfOf.name ?? words.unknownPerson)})`}
            </td>
            <td>
              {say(what)}
              {why !== undefined && <div>{t.reason('text' in why ? why.text : words.erased)}</div>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
