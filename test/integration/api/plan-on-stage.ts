import { SessionStore } from '../../../apps/api/account/session-store.js';
import { dataFile } from '../../../libs/config/paths.js';
import type { CampaignFile } from '../../../libs/domain/campaign-plan/campaign.js';
import { loadOrganisationInto } from '../../../libs/ledger/load-organisation.js';
import type { World } from '../../../libs/ledger/worlds.js';
import { validateCampaignFile } from '../../../libs/reference/campaign-reference.js';
import { loadOrganisation } from '../../../libs/reference/organisation-reference.js';
import { accepted, engine, moveClock, on, operator } from '../../support/test-world.js';
import { ApiUnderTest, Caller } from './api-under-test.js';

export interface Staging {
  readonly campaign: string;
  readonly organisation: string;
  /** Day after the document was issued. */
  readonly launchedOn: string;
  readonly document: { readonly number: string; readonly date: string };
}

/** A plan as its data file says it, launched in a rehearsal of its own on the running api. */
export class PlanOnStage {
  private constructor(
    readonly api: ApiUnderTest,
    readonly world: World,
    readonly file: CampaignFile,
  ) {}

  static async launch(staging: Staging): Promise<PlanOnStage> {
    const api = await ApiUnderTest.start();
    const { file: organisation } = loadOrganisation(dataFile('organisations', staging.organisation));
    const { file } = validateCampaignFile(dataFile('campaigns', staging.campaign), organisation);
    if (organisation === undefined || file === undefined) throw new Error(`${staging.campaign} cannot be read`);
    await loadOrganisationInto(api.official, organisation);
    const clock = on(staging.launchedOn);
    const world = await api.worlds.createRehearsal({ name: 'stage', clock, createdBy: 'test', purpose: {} });
    await api.host(world);
    await accepted(world, { actor: operator, name: 'draftCampaign', input: { file, rulePack: 'L2022-ND98' } });
    const stage = new PlanOnStage(api, world, file);
    const issuer = file.roles.issuer.unit;
    for (const { id, blocks, choices } of file.openQuestions) {
      const choice = choices[0]?.key;
      if (blocks === 'nothing' || choice === undefined) continue;
      const input = { campaignId: file.id, questionId: id, choice };
      await accepted(world, { actor: await stage.person(`${issuer}/head`), name: 'answerQuestion', input });
    }
    await accepted(world, {
      actor: await stage.person(`${issuer}/decider`),
      name: 'launchCampaign',
      input: { campaignId: file.id, document: staging.document },
    });
    return stage;
  }

  /** Issues the award guidance and opens the round on a day. */
  async openRound(key: string, occurrence: string, day: string, guidance?: string): Promise<void> {
    const lead = this.file.roles.leadAgency.unit;
    const review = this.file.rounds.find((round) => round.key === key)?.review;
    if (guidance !== undefined) {
      const duty = { campaignId: this.file.id, key: guidance, occurrence, unitId: lead };
      await accepted(this.world, { actor: engine, name: 'openObligation', input: duty });
      const date = new Date(await this.world.now()).toISOString().slice(0, 10);
      await accepted(this.world, {
        actor: await this.person(`${lead}/officer`),
        name: 'fulfilObligation',
        input: {
          obligationId: `${this.file.id}.${guidance}.${occurrence}.${lead}`,
          proof: { kind: 'document', number: '55/HD-SNV', date },
        },
      });
    }
    await moveClock(this.world, on(day));
    if (review !== undefined) await this.conclude(review, day);
    const input = { campaignId: this.file.id, key, occurrence };
    await accepted(this.world, { actor: engine, name: 'openRound', input });
  }

  private async conclude(review: string, date: string): Promise<void> {
    const campaignId = this.file.id;
    await accepted(this.world, { actor: engine, name: 'openReview', input: { campaignId, review } });
    const concludes = this.file.reviews.find(({ key }) => key === review)?.concludes ?? 'issuer';
    await accepted(this.world, {
      actor: await this.person(`${this.file.roles[concludes].unit}/head`),
      name: 'concludeReview',
      input: { campaignId, review, number: '77/BC-UBND', date, conclusion: 'Hoàn thành các chỉ tiêu' },
    });
  }

  async holderOf(queue: string): Promise<string> {
    const { rows } = await this.world.pool.query<{ person_id: string }>(
      'select person_id from read_position where queue = $1 order by person_id limit 1',
      [queue],
    );
    if (rows[0] === undefined) throw new Error(`nobody at ${queue}`);
    return rows[0].person_id;
  }

  /** Whoever holds the queue first, signed in. */
  async at(queue: string): Promise<Caller> {
    return this.as(await this.holderOf(queue));
  }

  async as(personId: string): Promise<Caller> {
    const { token } = await this.api.app.get(SessionStore).begin(this.world, personId);
    return new Caller(this.api.url, { authorization: `Bearer ${token}`, 'x-world': this.world.name });
  }

  private async person(queue: string) {
    return { kind: 'person', id: await this.holderOf(queue) } as const;
  }
}
