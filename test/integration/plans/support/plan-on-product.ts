import { expect } from '@jest/globals';
import { dataFile } from '../../../../libs/config/paths.js';
import type { Role } from '../../../../libs/domain/access/actor.js';
import { atTime, type LocalDate } from '../../../../libs/domain/calendar/local-date.js';
import type { CampaignFile } from '../../../../libs/domain/campaign-plan/campaign.js';
import type { Obligation } from '../../../../libs/domain/campaign-plan/duties.js';
import { type OrganisationFile, validOn } from '../../../../libs/domain/campaign-plan/organisation.js';
import { planCampaign } from '../../../../libs/domain/campaign-plan/plan.js';
import { resolveWho } from '../../../../libs/domain/campaign-plan/resolve-who.js';
import { settleAnswers } from '../../../../libs/domain/campaign-plan/settle-answers.js';
import { dutyOf } from '../../../../libs/domain/campaign/campaign-dates.js';
import { loadCalendar } from '../../../../libs/reference/calendar-reference.js';
import { validateCampaignFile } from '../../../../libs/reference/campaign-reference.js';
import { loadOrganisation } from '../../../../libs/reference/organisation-reference.js';
import type { World } from '../../../../libs/ledger/worlds.js';
import { accepted, engine, operator } from '../../../support/test-world.js';
import { type Answer, type ApiUnderTest, type Body, Caller } from '../../api/api-under-test.js';

const calendar = loadCalendar(dataFile('calendars', 'vn.csv'));
if (!calendar.ok) throw new Error('data/calendars/vn.csv has errors');
const { calendar: workingDays } = calendar;

export function campaignOf(id: string): CampaignFile {
  const { file, findings } = validateCampaignFile(dataFile('campaigns', `${id}.yaml`));
  if (file === undefined) throw new Error(JSON.stringify(findings[0]));
  return file;
}

/** Members of an answer's list, as objects. */
export const itemsIn = (body: Body, name = 'items'): readonly Body[] => body[name] as readonly Body[];

/** One of the five plans in a rehearsal with its own organisation, over HTTP; time stands still on the day of adoption. */
export class PlanOnProduct {
  /** What the recommended answers make of the file. */
  readonly settled: CampaignFile;

  private constructor(
    private readonly api: ApiUnderTest,
    private readonly admin: Caller,
    readonly world: World,
    readonly file: CampaignFile,
    readonly organisation: OrganisationFile,
  ) {
    const answers = file.openQuestions.map(({ id, recommended, choices }) => {
      return [id, { choice: recommended ?? choices[0]?.key ?? '' }] as const;
    });
    this.settled = settleAnswers(file, Object.fromEntries(answers));
  }

  /** The plan as a draft; its people have not said anything yet. */
  static async draft(api: ApiUnderTest, admin: Caller, id: string): Promise<PlanOnProduct> {
    const file = campaignOf(id);
    const organisation = loadOrganisation(dataFile('organisations', `${file.organisation ?? ''}.yaml`)).file;
    if (organisation === undefined) throw new Error(`${id} has no organisation`);
    const name = id.replaceAll('-', '').slice(0, 30);
    const begun = await admin.post('/api/v1/worlds', {
      name,
      clock: `${file.adoptedOn}T03:00:00Z`,
      purpose: {},
      organisation,
    });
    expect(begun).toMatchObject({ status: 201 });
    const world = await api.worlds.open(name);
    if (world === undefined) throw new Error(`no world ${name}`);
    const plan = new PlanOnProduct(api, admin, world, file, organisation);
    const drafter = await plan.as(file.roles.issuer.unit, 'officer');
    const drafted = await drafter.post('/api/v1/campaigns', { file, rulePack: 'L2022-ND98' });
    expect(drafted).toMatchObject({ status: 201 });
    return plan;
  }

  static async launch(api: ApiUnderTest, admin: Caller, id: string): Promise<PlanOnProduct> {
    const plan = await PlanOnProduct.draft(api, admin, id);
    for (const { id: questionId, recommended, choices } of plan.file.openQuestions)
      await plan.answer(questionId, recommended ?? choices[0]?.key ?? '');
    expect(await plan.launch()).toMatchObject({ status: 200 });
    return plan;
  }

  get path(): string {
    return `/api/v1/campaigns/${this.file.id}`;
  }

  /** Somebody who holds the role at the unit on the day of adoption. */
  async as(unit: string, role: Role): Promise<Caller> {
    const held = this.organisation.positions.find(
      (position) => position.unit === unit && position.role === role && validOn(position, this.file.adoptedOn),
    );
    if (held === undefined) throw new Error(`nobody is ${role} at ${unit}`);
    const { body } = await this.admin.post(`/api/v1/worlds/${this.world.name}/sessions`, { personId: held.person });
    const authorization = `Bearer ${String(body['token'])}`;
    return new Caller(this.api.url, { authorization, 'x-world': this.world.name });
  }

  async answer(questionId: string, choice: string): Promise<void> {
    const head = await this.as(this.file.roles.leadAgency.unit, 'head');
    expect(await head.post(`${this.path}/answers`, { questionId, choice })).toMatchObject({ status: 200 });
  }

  async launch(): Promise<Answer> {
    const decider = await this.as(this.file.roles.decider.unit, 'decider');
    return decider.post(`${this.path}/launch`, { document: { number: '01/KH', date: this.file.adoptedOn } });
  }

  /** Units a duty means on its first due day, or on the day of adoption where it has none. */
  units(key: string): readonly string[] {
    const planned = planCampaign(this.settled, workingDays, this.organisation).obligations.find(
      (one) => one.key === key,
    );
    const dated = planned?.occurrences[0]?.parties?.unitIds;
    const who = dutyOf(this.settled, key)?.who;
    if (who === undefined) throw new Error(`${this.file.id} has no duty ${key}`);
    return dated ?? resolveWho(this.settled, who, this.organisation, this.file.adoptedOn).unitIds;
  }

  obligation(key: string): Obligation {
    const found = this.settled.obligations.find((one) => one.key === key);
    if (found === undefined) throw new Error(`${this.file.id} has no obligation ${key}`);
    return found;
  }

  /** Opens what a unit owes at its first occurrence, as the engine does; its id. */
  async open(key: string, unitId: string): Promise<string> {
    const planned = planCampaign(this.settled, workingDays, this.organisation).obligations.find(
      (one) => one.key === key,
    );
    const occurrence = planned?.occurrences[0]?.key ?? 'once';
    const input = { campaignId: this.file.id, key, occurrence, unitId };
    await accepted(this.world, { actor: engine, name: 'openObligation', input });
    return `${this.file.id}.${key}.${occurrence}.${unitId}`;
  }

  /** A report with every required field, and these figures. */
  async report(key: string, unitId: string, figures: Body = {}, without?: string): Promise<Answer> {
    const obligationId = await this.open(key, unitId);
    const officer = await this.as(unitId, 'officer');
    return officer.post('/api/v1/reports', this.reportBody(key, obligationId, figures, without));
  }

  reportBody(key: string, obligationId: string, figures: Body = {}, without?: string): Body {
    const required = (this.obligation(key).fields ?? []).filter((field) => field.required && field.key !== without);
    const fields = {
      ...Object.fromEntries(required.map(({ key: name, kind }) => [name, kind === 'count' ? 1 : 'Có'])),
    };
    return { obligationId, fields: { ...fields, ...figures } };
  }

  /** Opens a round as the engine does on a day, with the guidance and the conclusion it waits for. */
  async openRound(key: string, occurrence: string, on: LocalDate): Promise<string> {
    const round = this.settled.rounds.find((one) => one.key === key);
    if (round === undefined) throw new Error(`${this.file.id} has no round ${key}`);
    await accepted(this.world, { actor: operator, name: 'moveClock', input: { to: atTime(on, '10:00') } });
    if (round.guidance !== undefined) await this.fulfil(round.guidance, occurrence, on);
    if (round.review !== undefined) {
      const review = { campaignId: this.file.id, review: round.review };
      await accepted(this.world, { actor: engine, name: 'openReview', input: review });
      const leads = this.settled.reviews.find((one) => one.key === round.review)?.leads ?? 'leadAgency';
      const head = await this.as(this.file.roles[leads].unit, 'head');
      const conclusion = { number: '9/KL', date: on, conclusion: 'Đã kết luận' };
      expect(await head.post(`${this.path}/reviews/${round.review}/conclusion`, conclusion)).toMatchObject({
        status: 200,
      });
    }
    await accepted(this.world, {
      actor: engine,
      name: 'openRound',
      input: { campaignId: this.file.id, key, occurrence },
    });
    return `${this.file.id}.${key}.${occurrence}`;
  }

  private async fulfil(key: string, occurrence: string, on: LocalDate): Promise<void> {
    const [unitId = ''] = this.units(key);
    const input = { campaignId: this.file.id, key, occurrence, unitId };
    await accepted(this.world, { actor: engine, name: 'openObligation', input });
    const officer = await this.as(unitId, 'officer');
    const path = `/api/v1/obligations/${this.file.id}.${key}.${occurrence}.${unitId}/fulfilment`;
    const proof = { kind: 'document', number: '5/HD', date: on };
    expect(await officer.post(path, { proof })).toMatchObject({ status: 200 });
  }

  /** How a target stands, judged long after its last day. */
  async target(key: string): Promise<Body> {
    const lead = await this.as(this.file.roles.leadAgency.unit, 'officer');
    const { body } = await lead.get(`${this.path}/targets?asOf=2031-06-01`);
    const found = itemsIn(body, 'targets').find((one) => one['key'] === key);
    if (found === undefined) throw new Error(`no target ${key}: ${JSON.stringify(body).slice(0, 300)}`);
    return found;
  }
}
