import { ruleOfDuty } from '../domain/campaign-plan/personal-duties.js';
import type { Role } from '../domain/access/actor.js';
import type { CampaignRole } from '../domain/campaign-plan/vocabulary.js';
import * as agency from './agency-acts.js';
import { fieldsOf, idOf, textOf } from './api-client.js';
import { convene, decide } from './award-acts.js';
import { planned, type Character } from './characters.js';
import { daysAfter, whenWorked } from './days.js';
import { ripeAt } from './desk-times.js';
import { actOnStep } from './nomination-acts.js';
import { Desks } from './desks.js';
import { DocumentWatch } from './document-watch.js';
import type { Task } from './people.js';
import { assessPledge } from './pledge-acts.js';
import { RoundWatch } from './round-watch.js';
import { doingUnit, holderOf, today, unitOf, type Intent, type Stage } from './stage.js';
import { LeadWatch, type OpenDuty } from './lead-watch.js';
import { acknowledgeDocument } from './activity-acts.js';
import { doDuty, partsOf } from './unit-acts.js';

/** Offices whose inboxes are looked into every day. */
const OFFICES: readonly (readonly [CampaignRole, Role])[] = [
  ['leadAgency', 'officer'],
  ['leadAgency', 'head'],
  ['homeAffairs', 'appraiser'],
  ['homeAffairs', 'officer'],
  ['homeAffairs', 'head'],
  ['standingBody', 'secretary'],
  ['standingBody', 'officer'],
  ['standingBody', 'head'],
  ['council', 'secretary'],
  ['decider', 'decider'],
  ['issuer', 'officer'],
];

const SIDE_BY_SIDE = 4;

const isOfUnit = ({ track }: Intent): boolean => track.startsWith('unit:');

/** Has everyone on stage look at what waits for them, and do what they had planned for now. */
export class Director {
  private readonly seen = new Map<string, number>();
  private readonly tries = new Map<string, { times: number; at: number }>();
  private readonly once = new Set<string>();
  private readonly central: ReadonlySet<string>;
  /** Units named as receivers of reports beside the offices of the campaign. */
  private readonly receivers: readonly string[];
  private readonly watch: LeadWatch;
  private readonly desks: Desks;
  private readonly roundWatch: RoundWatch;
  private readonly documents: DocumentWatch;

  constructor(private readonly stage: Stage) {
    this.watch = new LeadWatch(stage);
    this.desks = new Desks(stage.people, stage.file.id);
    this.roundWatch = new RoundWatch(stage, this.desks);
    this.documents = new DocumentWatch(stage, this.desks);
    this.central = new Set(Object.values(stage.file.roles).map(({ unit }) => unit));
    const named = stage.file.obligations.flatMap(({ addressees }) => addressees ?? []);
    this.receivers = [...new Set(named.flatMap(({ unitIds }) => unitIds ?? []))];
  }

  /** Plays what is due now; how much that was, and when somebody wants to act next. */
  async play(): Promise<{ readonly acted: number; readonly next: number | undefined }> {
    const { calendar } = this.stage;
    const wishes = (await this.intents()).map((intent) => ({ ...intent, at: whenWorked(calendar, intent.at) }));
    const intents = wishes.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
    const due = intents.filter(({ at }) => at <= this.stage.now);
    const next = intents.find(({ at }) => at > this.stage.now)?.at;
    // Units go side by side: what one does is nothing to another. Offices go one by one, so that numbers fall as they fell.
    const [units, offices] = [due.filter(isOfUnit), due.filter((intent) => !isOfUnit(intent))];
    const tracks = new Map<string, Intent[]>();
    for (const intent of units) tracks.set(intent.track, [...(tracks.get(intent.track) ?? []), intent]);
    const waiting = [...tracks.values()];
    const players = Array.from({ length: SIDE_BY_SIDE }, async () => {
      for (let track = waiting.shift(); track !== undefined; track = waiting.shift())
        for (const intent of track) await this.perform(intent);
    });
    await Promise.all(players);
    for (const intent of offices) await this.perform(intent);
    this.stage.story.flush();
    return { acted: due.length, next };
  }

  private async perform({ id, act }: Intent): Promise<void> {
    const { stage } = this;
    stage.later.delete(id);
    const before = this.tries.get(id);
    // Whatever comes of it: looked at again tomorrow at the earliest, and not for ever.
    this.tries.set(id, { times: (before?.times ?? 0) + 1, at: daysAfter(stage.now, 1) });
    await act();
  }

  /** Nothing is tried twice on a day, nor more than a few times. */
  private retried(intent: Intent): readonly Intent[] {
    const tried = this.tries.get(intent.id);
    if (tried === undefined) return [intent];
    return tried.times >= 3 ? [] : [{ ...intent, at: Math.max(intent.at, tried.at) }];
  }

  private async intents(): Promise<readonly Intent[]> {
    await this.desks.refresh();
    const [duties, tasks] = await Promise.all([
      this.desks.part('duties', () => this.openDuties()),
      this.officeTasks(),
      this.roundWatch.look(),
    ]);
    const planned = [
      ...duties.flatMap((duty) => this.dutyIntents(duty)),
      ...this.taskIntents(tasks),
      ...this.documents.look(),
    ];
    return [...planned.flatMap((intent) => this.retried(intent)), ...this.stage.later.values()];
  }

  private async openDuties(): Promise<readonly OpenDuty[]> {
    const { people, file } = this.stage;
    const who = holderOf(this.stage, 'leadAgency', 'officer');
    const items = await people.list(who, `/api/v1/obligations?campaign=${file.id}&status=open`);
    return items.map((item) => ({
      id: textOf(item['id']),
      unit: idOf(item['unit']),
      lastDay: textOf(fieldsOf(item['due'])['lastDay']),
    }));
  }

  private dutyIntents(duty: OpenDuty): readonly Intent[] {
    const { stage } = this;
    const openedAt = stage.reopened.get(duty.id) ?? this.seen.get(duty.id) ?? stage.now;
    this.seen.set(duty.id, this.seen.get(duty.id) ?? stage.now);
    const parts = partsOf(stage, duty.id);
    const at = stage.reopened.has(duty.id)
      ? daysAfter(openedAt, 3)
      : planned({ ...duty, ...parts, openedAt }, this.characterOf(duty.unit), stage.chance);
    const intents: Intent[] = [];
    const doing = doingUnit(stage, duty.unit, duty.lastDay);
    const again = stage.reopened.get(duty.id) ?? 0;
    const id = `duty/${duty.id}/${again}`;
    if (at !== undefined)
      intents.push({
        id,
        at,
        track: this.central.has(doing) ? 'office:own' : `unit:${doing}`,
        act: () => this.attend(duty, doing),
      });
    if (!this.central.has(duty.unit)) this.watch.look(duty, parts.key, at);
    return intents;
  }

  private characterOf(unit: string): Character {
    return this.central.has(unit) || this.stage.clusters.has(unit)
      ? 'on-time'
      : (this.stage.units.get(unit) ?? 'on-time');
  }

  /** Somebody of the unit opens their inbox, finds the task there and does it. */
  private async attend(duty: OpenDuty, unit: string): Promise<void> {
    const { stage } = this;
    const who = stage.people.holders(unit, 'officer', today(stage))[0];
    if (who === undefined) return;
    const inbox = await stage.people.inbox(who, stage.file.id);
    // What was sent to the unit lies on top: whoever opens the inbox says first that they have it.
    for (const sent of inbox.filter(({ kind }) => kind === 'acknowledge-document'))
      await acknowledgeDocument(stage, who, sent);
    const task = inbox.find(({ owner }) => owner.id === duty.id);
    if (task === undefined) return;
    if (await doDuty(stage, who, { ...task, unit: duty.unit })) stage.reopened.delete(duty.id);
  }

  private async officeTasks(): Promise<readonly (Task & { readonly who: string })[]> {
    const { stage } = this;
    const offices = [
      ...OFFICES.map(([role, as]) => [unitOf(stage, role), as] as const),
      ...this.receivers.map((unit) => [unit, 'officer'] as const),
    ].flatMap(([unit, as]) => stage.people.holders(unit, as, today(stage)).slice(0, 1));
    const leaders = stage.registrationsWait
      ? [...stage.clusters.keys()].flatMap((cluster) =>
          stage.people.holders(doingUnit(stage, cluster, today(stage)), 'officer', today(stage)).slice(0, 1),
        )
      : [];
    const everyone = [...new Set([...offices, ...leaders])];
    const found = new Map((await this.desks.tasksOf(everyone)).map((task) => [task.id, task]));
    const tasks = [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    const waits = ['confirm-registration', 'assess-pledge'];
    if (!tasks.some(({ kind }) => waits.includes(kind))) stage.registrationsWait = false;
    return tasks;
  }

  private taskIntents(tasks: readonly (Task & { readonly who: string })[]): readonly Intent[] {
    const { stage } = this;
    const batch = (kind: string, act: (tasks: readonly Task[]) => Promise<void>): readonly Intent[] => {
      const waiting = tasks.filter((task) => task.kind === kind && !this.isOnAgenda(task));
      const ripe = waiting.filter((task) => ripeAt(task) <= stage.now);
      const at = Math.min(...waiting.map((task) => ripeAt(task)));
      const intent = { id: `${kind}/${today(stage)}/${ripe.length}`, at, track: 'office:awards', act: () => act(ripe) };
      return waiting.length === 0 ? [] : [intent];
    };
    const single = tasks
      .filter(
        ({ kind, owner }) =>
          kind !== 'council' && kind !== 'decision' && owner.kind !== 'session' && owner.kind !== 'obligation',
      )
      .map((task): Intent => ({
        id: `task/${task.id}`,
        at: ripeAt(task),
        track: task.owner.kind === 'nomination' ? `dossier:${task.owner.id}` : `office:${task.kind}`,
        act: () => this.handle(task),
      }));
    const sit = async (ripe: readonly Task[]): Promise<void> => {
      for (const task of ripe) this.once.add(`agenda/${task.id}`);
      await convene(stage, ripe);
    };
    return [...single, ...batch('council', sit), ...batch('decision', (ripe) => decide(stage, ripe))];
  }

  private isOnAgenda(task: Task): boolean {
    return this.once.has(`agenda/${task.id}`);
  }

  private async handle(task: Task & { readonly who: string }): Promise<void> {
    const { stage } = this;
    const { who } = task;
    switch (task.kind) {
      case 'review-report':
        await agency.reviewReport(stage, who, task, (obligation) => stage.reopened.set(obligation, stage.now));
        return;
      case 'confirm-registration':
        await agency.confirmRegistration(stage, who, task, (unit) => this.registerAgain(unit));
        return;
      case 'assess-pledge':
        await assessPledge(stage, who, task);
        return;
      case 'acknowledge-report':
        await agency.acknowledge(stage, who, task);
        return;
      case 'acknowledge-document':
        await acknowledgeDocument(stage, who, task);
        return;
      case 'mid-term-review':
      case 'final-review':
        await agency.concludeReview(stage, who, task);
        return;
      case 'listing':
        await agency.makeList(stage, who, task);
        return;
      default: {
        const dossier = stage.dossiers.get(task.owner.id);
        if (dossier !== undefined) await actOnStep(stage, who, task, dossier);
      }
    }
  }

  private registerAgain(unit: string): void {
    for (const id of this.seen.keys())
      if (id.endsWith(`.${unit}`) && this.isRegistration(id)) this.stage.reopened.set(id, this.stage.now);
  }

  private isRegistration(obligation: string): boolean {
    const { key } = partsOf(this.stage, obligation);
    if (ruleOfDuty(this.stage.file, key) !== undefined) return false;
    return this.stage.file.obligations.every((o) => o.key !== key || o.kind === 'registration');
  }
}
