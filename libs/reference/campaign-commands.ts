import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dataFile } from '../config/paths.js';
import { campaignJsonSchema } from '../contracts/campaign-file.contract.js';
import type { CampaignFile } from '../domain/campaign-plan/campaign.js';
import type { OrganisationFile } from '../domain/campaign-plan/organisation.js';
import { planCampaign } from '../domain/campaign-plan/plan.js';
import { settleAnswers } from '../domain/campaign-plan/settle-answers.js';
import { loadCalendar } from './calendar-reference.js';
import { validateCampaignFile } from './campaign-reference.js';
import { loadOrganisation } from './organisation-reference.js';
import { type PlanLanguage, planText } from './plan-text.js';
import type { LocatedFinding, Validation } from './read-reference.js';

/** What a command prints and the exit code it ends with: 0 fine, 1 something is wrong with what was given. */
export interface CommandOutput {
  readonly text: string;
  readonly exitCode: number;
}

export interface PlanOptions {
  readonly json: boolean;
  readonly language: PlanLanguage;
  /** `question=choice` each, as if a named person had answered; the one word `recommended` answers all of them. */
  readonly answers?: readonly string[];
}

/** JSON Schema of campaign files with a description on every field. */
export function campaignSchema(): CommandOutput {
  return { text: JSON.stringify(campaignJsonSchema(), null, 2), exitCode: 0 };
}

/** Every finding of a campaign file on a line of its own; exit code 1 when one of them is an error. */
export function campaignValidate(path: string): CommandOutput {
  const judged = judge(path);
  const lines = findingLines(judged);
  if (judged.campaign.file === undefined || judged.organisationFailed) return { text: lines.join('\n'), exitCode: 1 };
  const { rounds, reviews, obligations, openQuestions } = judged.campaign.file;
  const counts = `${obligations.length} obligations, ${reviews.length} reviews, ${rounds.length} rounds`;
  const summary = `${path}: đạt / valid — ${counts}, ${openQuestions.length} open questions`;
  return { text: [...lines, summary].join('\n'), exitCode: 0 };
}

/** Every date a campaign file leads to, for reading or as JSON; its findings instead when it has an error. */
export function campaignPlan(path: string, { json, language, answers = [] }: PlanOptions): CommandOutput {
  const judged = judge(path);
  const { file } = judged.campaign;
  if (file === undefined || judged.organisationFailed) {
    return { text: findingLines(judged).join('\n'), exitCode: 1 };
  }
  const loaded = loadCalendar(dataFile('calendars', 'vn.csv'));
  if (!loaded.ok) {
    const problems = loaded.errors.map(({ line, problem }) => `data/calendars/vn.csv:${line} ${problem}`);
    return { text: problems.join('\n'), exitCode: 1 };
  }
  const { organisation } = judged;
  const given = answersOf(file, answers);
  if (typeof given === 'string') return { text: given, exitCode: 1 };
  const plan = planCampaign(settleAnswers(file, given), loaded.calendar, organisation, Object.keys(given));
  return { text: json ? JSON.stringify(plan, null, 2) : planText(plan, language, organisation), exitCode: 0 };
}

type Given = Readonly<Record<string, { readonly choice: string }>>;

/** The answers meant; a sentence where one names no question or no choice of it. */
function answersOf(file: CampaignFile, texts: readonly string[]): Given | string {
  const given: Record<string, { choice: string }> = {};
  for (const text of texts) {
    if (text === 'recommended') {
      for (const { id, recommended, choices } of file.openQuestions)
        given[id] = { choice: recommended ?? choices[0]?.key ?? '' };
      continue;
    }
    const [id = '', choice = ''] = text.split('=');
    const question = file.openQuestions.find((one) => one.id === id);
    if (question?.choices.some(({ key }) => key === choice) !== true) {
      const known = question?.choices.map(({ key }) => key) ?? file.openQuestions.map((one) => one.id);
      return `--answer ${text}: không có / there is no such answer: ${known.join(', ')}`;
    }
    given[id] = { choice };
  }
  return given;
}

interface Judged {
  readonly path: string;
  readonly campaign: Validation<CampaignFile>;
  readonly organisation?: OrganisationFile;
  readonly organisationPath?: string;
  readonly organisationFindings: readonly LocatedFinding[];
  /** There is an organisation file and it has an error: what it says about units cannot be trusted. */
  readonly organisationFailed: boolean;
}

function judge(path: string): Judged {
  const alone = validateCampaignFile(path);
  const organisationPath = organisationBeside(path, alone.file?.organisation);
  if (organisationPath === undefined) {
    return { path, campaign: alone, organisationFindings: [], organisationFailed: false };
  }
  const { file: organisation, findings } = loadOrganisation(organisationPath);
  const organisationFindings = findings.filter(({ severity }) => severity === 'error');
  if (organisation === undefined) {
    return { path, campaign: alone, organisationPath, organisationFindings, organisationFailed: true };
  }
  const campaign = validateCampaignFile(path, organisation);
  return { path, campaign, organisation, organisationPath, organisationFindings, organisationFailed: false };
}

/** data/organisations/<id>.yaml as seen from data/campaigns; undefined when there is none. */
export function organisationBeside(path: string, id: string | undefined): string | undefined {
  if (id === undefined) return undefined;
  const beside = join(dirname(path), '..', 'organisations', `${id}.yaml`);
  return existsSync(beside) ? beside : undefined;
}

function findingLines({ path, campaign, organisationPath = '', organisationFindings }: Judged): readonly string[] {
  return [
    ...campaign.findings.map((found) => findingLine(path, found)),
    ...organisationFindings.map((found) => findingLine(organisationPath, found)),
  ];
}

/** file:line field — reason (vi / en) — way out (vi / en); a warning says that it is one. */
export function findingLine(path: string, found: LocatedFinding): string {
  const place = `${path}:${found.line} ${found.field === '' ? '-' : found.field}`;
  const weight = found.severity === 'warning' ? 'cảnh báo / warning: ' : '';
  return `${place} — ${weight}${found.messageVi} / ${found.messageEn} — ${found.wayOut.vi} / ${found.wayOut.en}`;
}
