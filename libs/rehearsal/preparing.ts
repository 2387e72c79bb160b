import { addDays } from '../domain/calendar/local-date.js';
import type { CampaignFile, OpenQuestion } from '../domain/campaign-plan/campaign.js';
import { settleAnswers } from '../domain/campaign-plan/settle-answers.js';
import type { DueRule } from '../domain/deadline/due.js';
import type { Chance } from './chance.js';
import { accepted, holderOf, invented, today, type Stage } from './stage.js';

/** What comes before a campaign runs: who takes part, the draft, the answers, the launch. */

export interface KnownUnit {
  readonly id: string;
  readonly type: string;
}

const isDated = ({ kind }: DueRule): boolean => kind !== 'continuous';

/** Groups of the scope that owe something with a date. */
function owingGroups(file: CampaignFile): ReadonlySet<string> {
  const dated = file.obligations.filter(({ due }) => isDated(due)).flatMap(({ who }) => who.scope ?? []);
  return new Set([...dated, ...(file.registration?.who.scope ?? [])]);
}

/**
 * The campaign with its scope narrowed to so many units, drawn evenly from its groups: a rehearsal is about how things
 * go, not about how many there are. The units that play a part in it are always among them.
 */
export function narrow(
  file: CampaignFile,
  units: readonly KnownUnit[],
  wanted: number,
  chance: Chance,
): { readonly file: CampaignFile; readonly chosen: readonly string[] } {
  const groups = owingGroups(file);
  const parts = new Set(Object.values(file.roles).map(({ unit }) => unit));
  const candidates = file.scope.map((group) => {
    const fitting = units.filter(
      ({ id, type }) => group.unitIds?.includes(id) === true || group.unitTypes.some((t) => t === type),
    );
    const inOrder = chance.shuffled(fitting.map(({ id }) => id).sort(), 'scope', group.key);
    const first = inOrder.filter((id) => parts.has(id));
    return { key: group.key, owes: groups.has(group.key), ids: [...first, ...inOrder.filter((id) => !parts.has(id))] };
  });
  const chosen = new Map<string, string[]>(file.scope.map(({ key }) => [key, []]));
  const taken = new Set<string>();
  for (
    let round = 0;
    taken.size < wanted && candidates.some(({ owes, ids }) => owes && ids.length > round);
    round += 1
  ) {
    for (const { key, owes, ids } of candidates) {
      const id = ids[round];
      if (!owes || id === undefined || taken.has(id) || taken.size >= wanted) continue;
      taken.add(id);
      chosen.get(key)?.push(id);
    }
  }
  const scope = file.scope.map((group) => ({ ...group, unitTypes: [], unitIds: chosen.get(group.key) ?? [] }));
  return { file: { ...file, scope }, chosen: [...taken].sort() };
}

/** The answer a named person gives: what the file recommends, else the first choice, else a text. */
function answerTo({ choices, recommended }: OpenQuestion): { choice: string; text?: string } {
  const choice = choices.find(({ key }) => key === recommended) ?? choices[0];
  return choice === undefined ? { choice: '', text: invented('theo văn bản') } : { choice: choice.key };
}

/** The campaign as those answers read it: what people go by from the launch on. */
export const answered = (file: CampaignFile): CampaignFile =>
  settleAnswers(file, Object.fromEntries(file.openQuestions.map((question) => [question.id, answerTo(question)])));

/** The number of the document that adopts it as printed, for example 101/KH-UBND. */
function adoptingNumber(file: CampaignFile): string {
  const { number = '01', symbol = 'KH' } = file.documents.find(({ role }) => role === 'adopts') ?? {};
  return symbol.startsWith(number) ? symbol : `${number}/${symbol}`;
}

const WORDS: Readonly<Record<string, string>> = {
  'ke-hoach': 'Kế hoạch',
  'cong-van': 'Công văn',
  'chi-thi': 'Chỉ thị',
  'quyet-dinh': 'Quyết định',
};

/** A plan launches most campaigns, a letter or a directive others. */
function documentWord({ documents }: CampaignFile): string {
  const type = documents.find(({ role }) => role === 'adopts')?.type ?? '';
  return WORDS[type] ?? 'văn bản';
}

/** Drafts, answers and launches the campaign; launched once too early, as a document with open questions would be. */
export async function launch(stage: Stage, drafted: CampaignFile, rulePack: string): Promise<void> {
  const { file, people, story } = stage;
  const path = (act: string): string => `/api/v1/campaigns/${encodeURIComponent(file.id)}/${act}`;
  const drafter =
    people.holders(file.roles.issuer.unit, 'officer', today(stage))[0] ?? holderOf(stage, 'issuer', 'head');
  const draft = await people.ask(drafter, 'POST', '/api/v1/campaigns', { file: drafted, rulePack });
  if (!accepted(stage, drafter, 'soạn phong trào', draft)) throw new Error('the campaign cannot be drafted');
  story.tell(stage.now, `Soạn phong trào: ${file.name.vi}`);

  const decider =
    people.holders(file.roles.decider.unit, 'decider', today(stage))[0] ?? holderOf(stage, 'issuer', 'head');
  const number = adoptingNumber(file);
  if (file.openQuestions.some(({ blocks }) => blocks === 'launch')) {
    const early = await people.ask(decider, 'POST', path('launch'), { document: { number, date: today(stage) } });
    story.path(`refused:${early.ok ? 'nothing' : early.code}`);
  }
  const answering = holderOf(stage, 'leadAgency', 'head');
  for (const question of file.openQuestions) {
    const body = { questionId: question.id, ...answerTo(question) };
    accepted(stage, answering, `trả lời ${question.id}`, await people.ask(answering, 'POST', path('answers'), body));
  }
  if (file.openQuestions.length > 0) story.tell(stage.now, `Trả lời ${file.openQuestions.length} điểm cần làm rõ`);
  for (const duty of file.obligations.filter(({ due }) => due.kind === 'undated')) {
    const body = { what: `${duty.key}/once`, lastDay: addDays(file.adoptedOn, 180), reason: invented('ấn định ngày') };
    accepted(
      stage,
      answering,
      `ấn định ngày ${duty.key}`,
      await people.ask(answering, 'POST', path('extensions'), body),
    );
  }
}

/** The decider launches it, on the day of its document. */
export async function issue(stage: Stage): Promise<void> {
  const { file, people, story } = stage;
  const decider =
    people.holders(file.roles.decider.unit, 'decider', today(stage))[0] ?? holderOf(stage, 'issuer', 'head');
  const number = adoptingNumber(file);
  const body = { document: { number, date: file.adoptedOn } };
  const path = `/api/v1/campaigns/${encodeURIComponent(file.id)}/launch`;
  const outcome = await people.ask(decider, 'POST', path, body);
  if (!accepted(stage, decider, 'phát động', outcome)) throw new Error('the campaign cannot be launched');
  story.tell(stage.now, `Phát động theo ${documentWord(file)} ${number}`);
}
