import type { DueRule } from '../deadline/due.js';
import type { CampaignFile, ChoiceSets, Criterion } from './campaign.js';
import type { AwardRound, Obligation } from './duties.js';
import type { Target, TargetReading } from './targets.js';
import { CAMPAIGN_ROLES, type CampaignRole } from './vocabulary.js';

type Answers = Readonly<Record<string, { readonly choice: string; readonly sets?: ChoiceSets | undefined }>>;

/**
 * The campaign as its answers read it: what a chosen answer, or the person who gave it, sets about the node its question is about stands in the
 * file. The same file where nothing is set. Pure; doing it twice changes nothing more.
 */
export function settleAnswers(file: CampaignFile, answers: Answers): CampaignFile {
  return file.openQuestions.reduce((settled, { id, about, choices }) => {
    const sets = answers[id]?.sets ?? choices.find(({ key }) => key === answers[id]?.choice)?.sets;
    return sets === undefined || about === undefined ? settled : settleOne(settled, about, sets);
  }, file);
}

function settleOne(file: CampaignFile, about: string, sets: ChoiceSets): CampaignFile {
  const { due, target, drop, unit, least } = sets;
  const [kind, key = ''] = about.split(':');
  if (drop === true) return withoutNode(file, kind, key);
  if (kind === 'round')
    return { ...file, rounds: file.rounds.map((one) => (one.key === key ? dated(one, sets) : one)) };
  if (kind === 'role' && unit !== undefined && isRole(key))
    return { ...file, roles: { ...file.roles, [key]: { ...file.roles[key], unit } } };
  if (kind === 'criterion' && least !== undefined)
    return { ...file, criteria: file.criteria.map((one) => (one.key === key ? counting(one, least) : one)) };
  if (target !== undefined && kind === 'target')
    return { ...file, targets: file.targets.map((one) => (one.key === key ? readTarget(one, target) : one)) };
  if (due === undefined) return file;
  switch (kind) {
    case 'obligation':
      return {
        ...file,
        obligations: file.obligations.map((one) => (one.key === key ? { ...one, due, mode: modeFor(one, due) } : one)),
      };
    case 'registration':
      return file.registration === undefined ? file : { ...file, registration: { ...file.registration, due } };
    case 'review':
      return { ...file, reviews: file.reviews.map((one) => (one.key === key ? { ...one, window: due } : one)) };
    default:
      return file;
  }
}

function withoutNode(file: CampaignFile, kind: string | undefined, key: string): CampaignFile {
  const others = <T extends { readonly key: string }>(nodes: readonly T[]): readonly T[] =>
    nodes.filter((one) => one.key !== key);
  switch (kind) {
    case 'obligation':
      return { ...file, obligations: others(file.obligations) };
    case 'round':
      return { ...file, rounds: others(file.rounds) };
    case 'registration': {
      const { registration: _registration, ...rest } = file;
      return rest;
    }
    default:
      return file;
  }
}

const dated = (round: AwardRound, { opens, closes }: ChoiceSets): AwardRound => ({
  ...round,
  opens: opens ?? round.opens,
  closes: closes ?? round.closes,
});

const isRole = (text: string): text is CampaignRole => (CAMPAIGN_ROLES as readonly string[]).includes(text);

const counting = (criterion: Criterion, least: number): Criterion =>
  criterion.count === undefined ? criterion : { ...criterion, count: { ...criterion.count, least } };

/** Who is asked stays asked; else the mode follows the rule. */
const modeFor = ({ mode }: Obligation, due: DueRule): Obligation['mode'] =>
  mode === 'invited' && due.kind !== 'undated' ? mode : modeOf(due);

/** The mode that goes with a due rule. */
export function modeOf(due: DueRule): Obligation['mode'] {
  if (due.kind === 'continuous' || due.kind === 'undated') return due.kind;
  return recurs(due) ? 'recurring' : 'dated';
}

/** Does the rule fall due again and again? */
export const recurs = ({ kind }: DueRule): boolean =>
  kind === 'yearly-before' || kind === 'yearly-on' || kind === 'periodic';

function readTarget(target: Target, reading: TargetReading): Target {
  const { perUnit, value, mode = target.mode, ...fields } = reading;
  const per = perUnit === undefined || target.per === undefined ? {} : { per: { ...target.per, unit: perUnit } };
  const points =
    value === undefined ? {} : { points: target.points.map((point) => ({ ...point, printed: undefined, value })) };
  return { ...target, ...fields, mode, ...per, ...points };
}
