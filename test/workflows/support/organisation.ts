import type { CommandName, Commands } from '../../../libs/domain/commands.js';
import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import type { World } from '../../../libs/ledger/worlds.js';
import { vnDays } from '../../domain/calendar/calendar-fixtures.js';
import { both, CAMPAIGN, personAt, ROLES_AT, TYPES, UNITS, who } from '../../domain/support/people.js';
import { campaignFile } from '../../domain/support/sample-province-campaign.js';
import type { Engine } from './engine.js';
import { timedRoute } from './route.js';

type UnitName = keyof typeof UNITS;
const NAMES = Object.keys(UNITS) as UnitName[];

/** The small province of the domain tests, in a real ledger. */
export async function populate(world: World): Promise<void> {
  const must = async <N extends CommandName>(name: N, input: Commands[N]): Promise<void> => {
    const outcome = await world.ledger.execute({ actor: { kind: 'operator' }, name, input });
    if (!outcome.ok) throw new Error(`${name}: ${JSON.stringify(outcome.refusal)}`);
  };
  await must('loadCalendar', { days: vnDays() });
  for (const name of NAMES) {
    const validTo = name === 'gone' ? { validTo: '2025-06-30' } : {};
    await must('defineUnit', {
      unitId: UNITS[name],
      type: TYPES[name],
      name: both(UNITS[name]),
      validFrom: '2010-01-01',
      ...validTo,
      confidence: 'V',
    });
    for (const role of ROLES_AT[name]) {
      const id = personAt(name, role);
      const position = { key: `${UNITS[name]}/${role}`, unitId: UNITS[name], role, title: '', from: '2020-01-01' };
      await must('registerPerson', {
        personId: id,
        username: id,
        name: `Người ${id}`,
        email: `${id}@example.invalid`,
        invented: true,
        positions: [position],
      });
    }
  }
}

export const person = (unit: UnitName, role: Parameters<typeof personAt>[1]): string => who(unit, role).id;

/** Drafts, answers and launches the campaign in the engine's world. */
export async function launch(engine: Engine, file: CampaignFile = campaignFile): Promise<void> {
  await engine.must({ kind: 'operator' }, 'draftCampaign', { file, rulePack: 'L2022-ND152' });
  if (file.openQuestions.some(({ id }) => id === 'q-scope'))
    await engine.must(person('province', 'head'), 'answerQuestion', {
      campaignId: file.id,
      questionId: 'q-scope',
      choice: 'all',
    });
  if (file.obligations.some(({ key }) => key === 'training')) {
    const training = { campaignId: file.id, what: 'training/once', lastDay: '2024-11-15', reason: 'Ấn định ngày' };
    await engine.must(person('lead', 'head'), 'extendCampaignDate', training);
  }
  await engine.must(person('province', 'decider'), 'launchCampaign', {
    campaignId: file.id,
    document: { number: '101/KH-UBND', date: '2024-05-10' },
  });
}

/** A campaign whose prompt round takes dossiers at once and whose route has limits: what nomination tests need. */
export const promptFile: CampaignFile = {
  ...campaignFile,
  obligations: [],
  registration: undefined,
  reviews: [],
  phases: [],
  openQuestions: [],
  routes: { short: timedRoute },
  rounds: campaignFile.rounds
    .filter(({ key }) => key === 'prompt')
    .map((round) => ({ ...round, awards: round.awards.map((award) => ({ ...award, publicOpinion: true })) })),
};

export const PROMPT_ROUND = `${CAMPAIGN}.prompt.once`;

/** Drafts and submits a dossier of unit a in the prompt round. */
export async function submit(engine: Engine, nominationId: string): Promise<void> {
  await engine.must(person('a', 'officer'), 'draftNomination', {
    nominationId,
    campaignId: CAMPAIGN,
    roundId: PROMPT_ROUND,
    awardCode: 'BK',
    unitId: UNITS.a,
    subject: { kind: 'individual', id: `subject-${nominationId}`, name: 'Cá nhân bí mật' },
    achievement: 'Thành tích bí mật',
    documents: [],
  });
  await engine.must(person('a', 'officer'), 'submitNomination', { nominationId });
}
