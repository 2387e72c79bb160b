import { seedOrganisation } from '../../../apps/cli/seed.js';
import { dataFile } from '../../../libs/config/paths.js';
import type { Role } from '../../../libs/domain/access/actor.js';
import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import type { OrganisationFile, UnitSuccession } from '../../../libs/domain/campaign-plan/organisation.js';
import type { Commands } from '../../../libs/domain/commands.js';
import { validateCampaignFile } from '../../../libs/reference/campaign-reference.js';
import { loadOrganisation } from '../../../libs/reference/organisation-reference.js';
import { Engine } from './engine.js';
import { quiet } from './rehearse.js';

export const given = <T>(file: T | undefined, findings: unknown): T => {
  if (file === undefined) throw new Error(JSON.stringify(findings));
  return file;
};

/** A few bodies of a province, with those that take over from them. */
function few(file: OrganisationFile, kept: readonly string[]): OrganisationFile {
  const successions = file.successions.filter(({ from }) => kept.includes(from));
  const heirs = new Set(successions.map(({ to }) => to));
  const units = file.units.filter(({ id }) => kept.includes(id) || heirs.has(id));
  const ids = new Set(units.map(({ id }) => id));
  const positions = file.positions.filter(({ unit }) => ids.has(unit));
  const holders = new Set(positions.map((p) => p.person));
  const people = file.people.filter(({ id }) => holders.has(id));
  return { ...file, units, successions, clusters: [], people, positions, councils: [] };
}

export interface SeedCampaign {
  readonly engine: Engine;
  readonly campaign: CampaignFile;
  /** What becomes of the kept bodies, as the data plans it. */
  readonly successions: readonly UnitSuccession[];
  /** The first person who holds a role at a unit. */
  readonly holder: (unit: string, role: Role) => string;
}

export interface SeedAsked {
  readonly organisation: string;
  readonly campaign: string;
  readonly units: readonly string[];
  readonly clock: number;
  readonly document: { readonly number: string; readonly date: string };
  readonly rulePack: string;
}

/** The real plan of a province with a few of its bodies, answered as recommended and launched, on the running engine. */
export async function launchedSeed(asked: SeedAsked): Promise<SeedCampaign> {
  const engine = await Engine.open({ clock: asked.clock });
  const loaded = loadOrganisation(dataFile('organisations', asked.organisation));
  const organisation = few(given(loaded.file, loaded.findings), asked.units);
  await seedOrganisation(engine.world, organisation);
  const read = validateCampaignFile(dataFile('campaigns', asked.campaign));
  const campaign = given(read.file, read.findings);
  const holder = (unit: string, role: Role): string =>
    given(organisation.positions.find((p) => p.unit === unit && p.role === role)?.person, `${unit}/${role}`);
  const { issuer, leadAgency } = campaign.roles;
  const chair = holder(issuer.unit, 'decider');
  await engine.must({ kind: 'operator' }, 'draftCampaign', { file: campaign, rulePack: asked.rulePack });
  for (const question of campaign.openQuestions) {
    const choice = question.recommended ?? question.choices[0]?.key ?? '';
    const answer: Commands['answerQuestion'] = { campaignId: campaign.id, questionId: question.id, choice };
    await engine.must(chair, 'answerQuestion', { ...answer, ...(choice === '' ? { text: 'Theo văn bản' } : {}) });
  }
  const settled = given(await engine.world.reader.state('campaign', campaign.id), 'no campaign').state.file;
  for (const duty of settled.obligations.filter(({ due }) => due.kind === 'undated')) {
    const what = `${duty.key}/once`;
    const date = { campaignId: campaign.id, what, lastDay: `${settled.period.toYear}-11-30`, reason: 'Ấn định ngày' };
    await engine.must(holder(leadAgency.unit, 'officer'), 'extendCampaignDate', date);
  }
  await engine.must(chair, 'launchCampaign', { campaignId: campaign.id, document: asked.document });
  engine.startRelay();
  await engine.startWorker();
  await quiet(engine);
  return { engine, campaign, successions: organisation.successions, holder };
}
