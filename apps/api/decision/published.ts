import { z } from 'zod';
import type { Bilingual } from '../../../libs/domain/campaign-plan/parts.js';
import type { AwardOffer } from '../../../libs/domain/campaign-plan/duties.js';
import { nameOn, type UnitState } from '../../../libs/domain/organisation/unit.stream.js';
import type { Sealed } from '../../../libs/domain/core/sealed.js';
import type { World } from '../../../libs/ledger/worlds.js';
import { decisionProofs } from '../proof/decision-proofs.js';
import { decodeCursor, pageOf, paging } from '../http/cursor.js';

export const publicQuery = z.strictObject({
  ...paging,
  year: z.coerce.number().int().min(1945).max(2100).optional(),
  campaign: z.string().max(240).optional(),
});

interface Row {
  readonly id: string;
  readonly number: string;
  readonly issued_on: string;
  readonly issuer: string;
  readonly issuer_unit: Pick<UnitState, 'name' | 'formerNames'> | null;
  readonly signer_title: string | null;
  readonly recipients: readonly {
    nominationId: string;
    kind: string;
    name: Sealed;
    award: string;
    awards: readonly AwardOffer[] | null;
  }[];
}

/**
 * Decisions whose recipients have been published: what the law wants to be public, and nothing else. Recipients whose
 * award is not published yet, or was annulled, are not among them.
 */
const TEXT = `select d.id, d.number, d.issued_on, d.issuer, u.state as issuer_unit,
    (select p.value->>'title' from read_person s, jsonb_array_elements(s.state->'positions') p
      where s.id = d.state->>'signer' and p.value->>'unitId' = d.issuer and p.value->>'from' <= d.issued_on::text
      and coalesce(p.value->>'to', '9999') >= d.issued_on::text
      order by (p.value->>'role' = 'decider') desc, p.value->>'from' desc, p.value->>'key' limit 1) as signer_title,
    (select jsonb_agg(jsonb_build_object('nominationId', n.id, 'kind', n.state->'subject'->>'kind', 'name', n.state->'subject'->'name',
        'award', n.award_code, 'awards', r.state->'awards') order by n.id)
      from jsonb_array_elements_text(d.state->'nominations') x(id) join read_nomination n on n.id = x.id
      left join read_round r on r.id = n.round_id where n.status in ('published', 'archived')) as recipients
  from read_decision d left join read_unit u on u.id = d.issuer
  where exists (select 1 from jsonb_array_elements_text(d.state->'nominations') x(id) join read_nomination n on n.id = x.id
    where n.status in ('published', 'archived'))
  and ($1::int is null or extract(year from d.issued_on) = $1) and ($2::text is null or d.campaign_id = $2)
  and ($3::date is null or (d.issued_on, d.id) < ($3::date, $4))
  order by d.issued_on desc, d.id desc limit $5`;

/** The issuer by the name of the day it decided on, whatever became of it since. */
const issuerOf = ({ issuer, issuer_unit, issued_on }: Row): Bilingual =>
  issuer_unit === null ? { vi: issuer, en: issuer } : nameOn(issuer_unit, issued_on);

/** A page of what a world publishes: number, date, issuer, title of the signer, recipients and their awards. */
export async function publishedIn(world: World, query: z.infer<typeof publicQuery>) {
  const [on = null, id = null] = decodeCursor(query.cursor, 2) ?? [];
  const { rows } = await world.pool.query<Row>({
    name: 'public-decisions',
    text: TEXT,
    values: [query.year ?? null, query.campaign ?? null, on, id, query.limit + 1],
  });
  const open = await world.reader.unseal(rows);
  const proofs = await decisionProofs(
    world,
    rows.map((row) => row.id),
  );
  return pageOf(
    open,
    query.limit,
    (row) => [row.issued_on, row.id],
    (shown) =>
      shown.map((row) => ({
        number: row.number,
        date: row.issued_on,
        issuer: issuerOf(row),
        proof: proofs.get(row.id) ?? null,
        signerTitle: row.signer_title === '' ? null : row.signer_title,
        recipients: row.recipients.map(({ nominationId, kind, name, award, awards }) => ({
          nominationId,
          kind,
          name: name.text ?? null,
          award: {
            code: award,
            name: awards?.find((offer) => offer.award === award)?.name ?? { vi: award, en: award },
          },
        })),
      })),
  );
}
