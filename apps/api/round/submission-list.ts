import type { Bilingual } from '../../../libs/domain/campaign-plan/parts.js';
import type { SubjectKind } from '../../../libs/domain/campaign-plan/vocabulary.js';
import type { Sealed } from '../../../libs/domain/core/sealed.js';
import type { RoundState } from '../../../libs/domain/round/round.stream.js';
import { namesIn, type NamedUnit } from '../../../libs/history/names.js';
import type { World } from '../../../libs/ledger/worlds.js';
import { awardNameIn, ruleBookOf } from '../rules/rule-book.js';

/** One line of a submission list (danh sách trình). */
export interface ListedNominee {
  readonly id: string;
  readonly subject: { readonly kind: SubjectKind; readonly name: string | null };
  readonly unit: NamedUnit;
  readonly award: Bilingual;
  readonly awardCode: string;
  /** Null where it has been erased, or was never written. */
  readonly achievement: string | null;
  readonly status: string;
}

interface Row {
  readonly id: string;
  readonly unit_id: string;
  readonly award_code: string;
  readonly status: string;
  readonly kind: SubjectKind;
  readonly name: Sealed;
  readonly achievement: Sealed | null;
}

/** The achievement stands in the first fact. Before the list is made, whatever is on its way would come on it. */
const TEXT = `select n.id, n.unit_id, n.award_code, n.status, n.state->'subject'->>'kind' as kind, n.state->'subject'->'name' as name,
    e.payload->'achievement' as achievement
  from read_nomination n join ledger_event e on e.stream = 'nomination' and e.stream_id = n.id and e.version = 1
  where n.round_id = $1 and n.campaign_id = $2
    and case when $3::text[] is null then n.status not in ('draft', 'declined', 'withdrawn') else n.id = any($3) end
  order by n.award_code, n.unit_id, n.id limit 5000`;

/** Everybody on the list of a round, by award and unit; before it is made, everybody who would be on it. */
export async function submissionListOf(
  world: World,
  roundId: string,
  { campaignId, status, list }: RoundState,
): Promise<readonly ListedNominee[]> {
  const { rows } = await world.pool.query<Row>({
    name: 'submission-list',
    text: TEXT,
    values: [roundId, campaignId, status === 'closed' ? list : null],
  });
  const [opened, names, book] = await Promise.all([
    world.reader.unseal(rows.map(({ name, achievement }) => ({ name, achievement }))),
    namesIn(world, { units: rows.map((row) => row.unit_id) }),
    ruleBookOf(world),
  ]);
  return rows.map((row, i) => ({
    id: row.id,
    subject: { kind: row.kind, name: opened[i]?.name.text ?? null },
    unit: names.unit(row.unit_id),
    award: awardNameIn(book, row.award_code),
    awardCode: row.award_code,
    achievement: opened[i]?.achievement?.text ?? null,
    status: row.status,
  }));
}
