import { queueOf } from '../access/actor.js';
import { permit } from '../access/permissions.js';
import { dateOf, isLocalDate } from '../calendar/local-date.js';
import type { ExampleKind, SubjectKind } from '../campaign-plan/vocabulary.js';
import { isCampaign, runningCampaign } from '../campaign/running-campaign.js';
import { accept, refuse, type CommandSpec, type Decision, type Have } from '../core/decision.js';
import { refuseDocument, type DocumentNumber } from '../core/document-date.js';
import { tell } from '../core/notices.js';
import { seal } from '../core/sealed.js';
import { ref, type NewEvent, type StreamRef } from '../core/stream.js';
import { resolveWithin } from '../deadline/due.js';
import { askHolders, everyoneAt } from '../obligation/owed.js';
import { taskId } from '../task/open-task.js';
import { planTask } from '../task/plan-task.js';
import { isTaken, takeTask } from '../task/take-task.js';
import { EXAMPLE_FACTS, type ExampleState, type Promotion } from './example.stream.js';
import { needsChain, recogniserOf } from './recogniser.js';

export interface IntroduceExample {
  readonly exampleId: string;
  readonly campaignId: string;
  /** Who introduces it; anyone may (S0-41). */
  readonly introducedBy: string;
  /** Where it lives. */
  readonly unitId: string;
  readonly kind: ExampleKind;
  readonly subject: { readonly kind: SubjectKind; readonly id: string; readonly name: string };
  readonly summary: string;
}
export interface ExampleAct {
  readonly exampleId: string;
}
export interface ProposeExample extends ExampleAct {
  /** Key of a level of the campaign's register. */
  readonly level: string;
  readonly note?: string | undefined;
}
export interface RecogniseExample extends ExampleAct {
  readonly visit: number;
  readonly document: DocumentNumber;
}
export interface DeclineExample extends ExampleAct {
  readonly visit: number;
  readonly reason: string;
}
export interface PromoteExample extends ExampleAct {
  readonly what: Promotion;
  /** The unit that fosters, publicises or replicates it. */
  readonly unitId: string;
  readonly on: string;
  readonly note?: string | undefined;
}

/** Days to look at an example that was introduced or proposed. A product default, shown as to be confirmed. */
const DAYS_TO_LOOK = 10;

const event = (id: string, type: string, payload: Readonly<Record<string, unknown>>): NewEvent => ({
  stream: ref('example', id),
  type,
  payload,
});

/** The fact that an example led to a nomination. */
export const exampleNominated = (exampleId: string, nominationId: string): NewEvent =>
  event(exampleId, EXAMPLE_FACTS.nominated, { nominationId });

const sealKey = (state: ExampleState): string => state.subject.name.$seal;
const noteOf = (key: string, note: string | undefined) =>
  note === undefined || note === '' ? {} : { note: seal(key, note) };

/** The units that have a part in an example beside its recogniser. */
const partners = ({ unitId, introducedBy }: ExampleState): readonly string[] => [...new Set([unitId, introducedBy])];

const officersOf = (units: readonly string[]): readonly string[] => units.map((unit) => queueOf(unit, 'officer'));

/**
 * Introduces an example found in a unit: a person, a collective, a household, a model, a new factor. Any organisation may,
 * not only the direct manager; the unit it lives in gets the task to look at it and to propose it. Refuses a campaign
 * that keeps no register of examples, and kinds it does not speak of.
 */
export const introduceExample: CommandSpec<IntroduceExample> = {
  needs: (c) => [
    ref('example', c.exampleId),
    ref('campaign', c.campaignId),
    ref('unit', c.unitId),
    ref('unit', c.introducedBy),
  ],
  asks: (c) => askHolders(officersOf([c.unitId])),
  decide(c, have, { actor, now, calendar }) {
    const grant = permit(actor, 'example.introduce', [c.introducedBy]);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'example.introduce' } });
    if (have.state('example', c.exampleId) !== undefined) return refuse('ALREADY_EXISTS', { field: 'exampleId' });
    const campaign = runningCampaign(have, c.campaignId);
    if (!isCampaign(campaign)) return campaign;
    const register = campaign.file.exampleRegister;
    if (register === undefined) return refuse('NO_EXAMPLE_REGISTER', { params: { id: c.campaignId } });
    if (register.kinds?.includes(c.kind) === false) return refuse('INVALID_INPUT', { field: 'kind' });
    for (const field of ['unitId', 'introducedBy'] as const)
      if (have.state('unit', c[field]) === undefined)
        return refuse('UNKNOWN_UNIT', { field, params: { id: c[field] } });
    if (c.summary.trim() === '') return refuse('INVALID_INPUT', { field: 'summary' });
    const key = `subject/${c.subject.id}`;
    const name = seal(key, c.subject.name);
    const task = planTask({
      visit: 1,
      step: 'example-proposal',
      kind: 'propose-example',
      queue: queueOf(c.unitId, 'officer'),
      unitId: c.unitId,
      whose: name,
      due: resolveWithin(DAYS_TO_LOOK, 'working', now, calendar),
      amount: DAYS_TO_LOOK,
      advisory: true,
      now,
      calendar,
    });
    const payload = {
      campaignId: c.campaignId,
      kind: c.kind,
      subject: { kind: c.subject.kind, id: c.subject.id, name },
      summary: seal(key, c.summary),
      unitId: c.unitId,
      introducedBy: c.introducedBy,
      task,
    };
    const notices = tell(everyoneAt(have, officersOf([c.unitId])), {
      subject: ref('example', c.exampleId),
      step: 'introduced',
      template: 'example-introduced',
      params: { exampleId: c.exampleId, campaignId: c.campaignId, unitId: c.unitId },
    });
    return accept(grant, [event(c.exampleId, EXAMPLE_FACTS.introduced, payload)], {
      notices,
      result: { exampleId: c.exampleId },
    });
  },
};

/** Who recognises it at the level; undefined before everything is loaded. */
function recogniser(c: ProposeExample, have: Have): string | undefined {
  const state = have.state('example', c.exampleId);
  const file = state === undefined ? undefined : have.state('campaign', state.campaignId)?.file;
  const level = file?.exampleRegister?.levels.find(({ key }) => key === c.level);
  return state === undefined || file === undefined || level === undefined
    ? undefined
    : recogniserOf(file, level.recognisedBy, have, state.unitId);
}

/**
 * Proposes an example for recognition at a level: the task goes to whom the campaign names for it. The unit it lives in,
 * the one that introduced it and the lead agency may. After a recognition it is proposed again for a higher level.
 */
export const proposeExample: CommandSpec<ProposeExample> = {
  needs(c, have) {
    const state = have.state('example', c.exampleId);
    const own = ref('example', c.exampleId);
    return state === undefined ? [own] : [own, ref('campaign', state.campaignId), ...needsChain(have, state.unitId)];
  },
  asks(c, have) {
    const unit = recogniser(c, have);
    return unit === undefined ? [] : askHolders([queueOf(unit, 'head')]);
  },
  decide(c, have, { actor, now, calendar }) {
    const state = have.state('example', c.exampleId);
    if (state === undefined) return refuse('NOT_FOUND', { field: 'exampleId', params: { id: c.exampleId } });
    const campaign = runningCampaign(have, state.campaignId);
    if (!isCampaign(campaign)) return campaign;
    const by = [...partners(state), campaign.file.roles.leadAgency.unit];
    const grant = permit(actor, 'example.propose', by);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'example.propose' } });
    const levels = campaign.file.exampleRegister?.levels.map(({ key }) => key) ?? [];
    const rank = levels.indexOf(c.level);
    if (rank < 0) return refuse('INVALID_INPUT', { field: 'level', params: { id: c.level } });
    if (state.proposed !== undefined)
      return refuse(state.proposed.level === c.level ? 'ALREADY_DONE' : 'NOT_ALLOWED_IN_STATE', {
        params: { status: 'proposed' },
      });
    const reached = Math.max(-1, ...state.recognitions.map(({ level }) => levels.indexOf(level)));
    if (rank <= reached) return refuse('ALREADY_DONE', { field: 'level', params: { status: 'recognised' } });
    const to = recogniser(c, have);
    if (to === undefined) return refuse('UNKNOWN_UNIT', { field: 'level', params: { id: c.level } });
    const task = planTask({
      visit: state.visit + 1,
      step: `example-recognition/${c.level}`,
      kind: 'recognise-example',
      queue: queueOf(to, 'head'),
      unitId: state.unitId,
      whose: state.subject.name,
      due: resolveWithin(DAYS_TO_LOOK, 'working', now, calendar),
      amount: DAYS_TO_LOOK,
      advisory: true,
      now,
      calendar,
    });
    const proposer = grant.by === 'holding' ? grant.holding.unitId : state.unitId;
    const payload = { level: c.level, by: proposer, to, ...noteOf(sealKey(state), c.note), task };
    const notices = tell(everyoneAt(have, [queueOf(to, 'head')]), {
      subject: ref('example', c.exampleId),
      step: `proposed/${task.visit}`,
      template: 'example-proposed',
      params: { exampleId: c.exampleId, campaignId: state.campaignId, unitId: state.unitId },
    });
    return accept(grant, [event(c.exampleId, EXAMPLE_FACTS.proposed, payload)], {
      notices,
      result: { visit: task.visit },
    });
  },
};

const needsTask = (c: ExampleAct & { readonly visit: number }): readonly StreamRef[] => {
  const own = ref('example', c.exampleId);
  return [own, ref('task', taskId(own, c.visit))];
};

const askPartners = (c: ExampleAct, have: Have) => {
  const state = have.state('example', c.exampleId);
  return state === undefined ? [] : askHolders(officersOf(partners(state)));
};

const tellPartners = (c: ExampleAct & { readonly visit: number }, have: Have, state: ExampleState, template: string) =>
  tell(everyoneAt(have, officersOf(partners(state))), {
    subject: ref('example', c.exampleId),
    step: `${template}/${c.visit}`,
    template,
    params: { exampleId: c.exampleId, campaignId: state.campaignId, unitId: state.unitId },
  });

/** The authority of the level recognises the example by a document; those who brought it are told. */
export const recogniseExample: CommandSpec<RecogniseExample> = {
  needs: needsTask,
  asks: askPartners,
  decide(c, have, { actor, now }) {
    const state = have.state('example', c.exampleId);
    if (state === undefined) return refuse('NOT_FOUND', { field: 'exampleId', params: { id: c.exampleId } });
    const taken = takeTask(ref('example', c.exampleId), state, c.visit, have, actor, 'example.recognise');
    if (!isTaken(taken)) return taken;
    if (state.proposed === undefined) return refuse('NOT_ALLOWED_IN_STATE', { params: { step: taken.task.kind } });
    const refused = refuseDocument(c.document, now, 'document');
    if (refused !== undefined) return refused;
    const { level, to } = state.proposed;
    const payload = { visit: c.visit, level, by: to, number: c.document.number, date: c.document.date };
    return accept(taken.grant, [event(c.exampleId, EXAMPLE_FACTS.recognised, payload)], {
      notices: tellPartners(c, have, state, 'example-recognised'),
    });
  },
};

/** An example is not proposed by its unit, or not recognised by the authority; with a reason. */
export const declineExample: CommandSpec<DeclineExample> = {
  needs: needsTask,
  asks: askPartners,
  decide(c, have, { actor }) {
    const state = have.state('example', c.exampleId);
    if (state === undefined) return refuse('NOT_FOUND', { field: 'exampleId', params: { id: c.exampleId } });
    const taken = takeTask(ref('example', c.exampleId), state, c.visit, have, actor, 'example.recognise');
    if (!isTaken(taken)) return taken;
    if (c.reason.trim() === '') return refuse('REASON_REQUIRED', { field: 'reason' });
    const payload = { visit: c.visit, reason: seal(sealKey(state), c.reason) };
    return accept(taken.grant, [event(c.exampleId, EXAMPLE_FACTS.declined, payload)], {
      notices: tellPartners(c, have, state, 'example-declined'),
    });
  },
};

/** What a unit did for an example: fostered, publicised, replicated. Only after it was recognised somewhere. */
export const promoteExample: CommandSpec<PromoteExample> = {
  needs: (c) => [ref('example', c.exampleId), ref('unit', c.unitId)],
  decide(c, have, { actor, now }) {
    const state = have.state('example', c.exampleId);
    if (state === undefined) return refuse('NOT_FOUND', { field: 'exampleId', params: { id: c.exampleId } });
    const grant = permit(actor, 'example.promote', [c.unitId]);
    if (grant === undefined) return refuse('FORBIDDEN', { params: { permission: 'example.promote' } });
    if (have.state('unit', c.unitId) === undefined)
      return refuse('UNKNOWN_UNIT', { field: 'unitId', params: { id: c.unitId } });
    if (state.recognitions.length === 0) return refuse('NOT_ALLOWED_IN_STATE', { params: { status: state.stage } });
    const wrong = refuseDay(c.on, now);
    if (wrong !== undefined) return wrong;
    const isSame = state.promotions.some(
      ({ what, unitId, on }) => what === c.what && unitId === c.unitId && on === c.on,
    );
    if (isSame) return refuse('ALREADY_DONE', { params: { status: c.what } });
    const payload = { what: c.what, unitId: c.unitId, on: c.on, ...noteOf(sealKey(state), c.note) };
    return accept(grant, [event(c.exampleId, EXAMPLE_FACTS.promoted, payload)]);
  },
};

function refuseDay(day: string, now: number): Decision | undefined {
  if (!isLocalDate(day)) return refuse('DATE_INVALID', { field: 'on' });
  return day > dateOf(now)
    ? refuse('DATE_IN_FUTURE', { field: 'on', params: { date: day, today: dateOf(now) } })
    : undefined;
}
