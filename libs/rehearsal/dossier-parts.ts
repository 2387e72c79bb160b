import type { CampaignFile, Criterion } from '../domain/campaign-plan/campaign.js';
import { groupOf, type SubjectGroup } from '../domain/campaign-plan/subjects.js';
import type { SubjectKind } from '../domain/campaign-plan/vocabulary.js';
import { paperOf } from './dossier-papers.js';
import { accepted, invented, today, unitOf, type Dossier, type Stage } from './stage.js';

/** What simulated people write into a dossier: an answer to each criterion of its group. Its papers come as files. */

export interface DossierParts {
  readonly documents: readonly { readonly kind: string; readonly reference: string }[];
  readonly answers?: readonly Readonly<Record<string, unknown>>[];
}

/** Where a group asks for no paper, its answers rest on one that is named. */
const USUAL = { kind: 'bao-cao-thanh-tich', reference: '01/BC-TT' };

/** Can somebody of this kind be judged in the campaign? */
export const isJudged = (file: CampaignFile, kind: SubjectKind): boolean =>
  (file.subjectGroups ?? []).length === 0 || groupOf(file.subjectGroups, { kind }) !== undefined;

export interface Nominee {
  readonly id: string;
  readonly name: string;
  readonly kind: SubjectKind;
}

/** The parts of a dossier about somebody; a contribution it rests on is recorded and confirmed first. */
export async function partsFor(
  stage: Stage,
  who: string,
  { id, unit }: Dossier,
  nominee: Nominee,
): Promise<DossierParts> {
  const group = groupOf(stage.file.subjectGroups, { kind: nominee.kind });
  if (group === undefined) return { documents: [] };
  const [first] = group.documents;
  const documents = first === undefined ? [USUAL] : [];
  const reference = first === undefined ? USUAL.reference : paperOf(id, first.key).digest;
  const answers: Readonly<Record<string, unknown>>[] = [];
  for (const criterion of wanted(stage.file, group)) {
    const contributions =
      criterion.contributions === undefined ? [] : [await contribution(stage, who, unit, nominee, criterion)];
    answers.push({
      criterion: criterion.key,
      met: true,
      ...(criterion.leastLevel === undefined ? {} : { level: criterion.leastLevel }),
      ...(criterion.threshold === undefined ? {} : { value: figureFor(criterion.threshold) }),
      ...(criterion.count === undefined ? {} : { count: criterion.count.least ?? 1 }),
      evidence: [reference],
      ...(contributions.length === 0 ? {} : { contributions }),
    });
  }
  return { documents, answers };
}

/** A figure that reaches what is asked for, and no more than that. */
function figureFor({ comparison, value }: NonNullable<Criterion['threshold']>): number {
  if (comparison === 'zero') return 0;
  return comparison === 'more-than' ? value + 1 : comparison === 'less-than' ? value - 1 : value;
}

/** Of alternatives people name the one that is easiest to show. */
function wanted(file: CampaignFile, group: SubjectGroup): readonly Criterion[] {
  const set = group.criteria.flatMap((key) => file.criteria.filter((one) => one.key === key));
  return set.filter(({ key, anyOf }) => {
    if (anyOf === undefined) return true;
    const others = set.filter((one) => one.anyOf === anyOf);
    return (others.find(({ contributions }) => contributions === undefined) ?? others[0])?.key === key;
  });
}

async function contribution(
  stage: Stage,
  who: string,
  unit: string,
  nominee: Nominee,
  criterion: Criterion,
): Promise<string> {
  const activityId = `${nominee.id}.${criterion.key}`;
  // Nobody confirms their own contribution: for the lead agency the issuer does.
  const authority = unitOf(stage, unitOf(stage, 'leadAgency') === unit ? 'issuer' : 'leadAgency');
  const isOwn = authority === unit;
  const recorded = await stage.people.ask(who, 'POST', '/api/v1/activities', {
    activityId,
    campaignId: stage.file.id,
    unitId: unit,
    kind: 'contribution',
    title: invented('đóng góp cho phong trào'),
    from: today(stage),
    contribution: {
      kind: criterion.contributions?.kinds[0] ?? 'money',
      amount: 10,
      unit: 'đơn vị',
      source: { kind: nominee.kind, id: nominee.id, name: nominee.name },
    },
    ...(isOwn ? {} : { confirmer: authority }),
  });
  if (!accepted(stage, who, `ghi nhận đóng góp ${activityId}`, recorded) || isOwn) return activityId;
  const confirmer = stage.people.holder(authority, 'officer', today(stage));
  const path = `/api/v1/activities/${encodeURIComponent(activityId)}/confirmation`;
  const confirmed = await stage.people.ask(confirmer, 'POST', path, { visit: 1, note: invented('đúng thực tế') });
  if (accepted(stage, confirmer, `xác nhận đóng góp ${activityId}`, confirmed)) stage.story.path('confirm-activity');
  return activityId;
}
