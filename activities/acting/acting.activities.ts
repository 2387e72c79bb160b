import type { CommandName, Commands } from '../../libs/domain/commands.js';
import type { StreamKind } from '../../libs/domain/core/stream.js';
import { ref } from '../../libs/domain/core/stream.js';
import type { EngineAct } from '../../libs/domain/engine/wait.js';
import { ApplicationFailure } from '@temporalio/common';
import { inWorld } from '../failures.js';
import type { EngineWorld, EngineWorlds, Subject } from '../ports.js';
import { createReadingActivities, type EngineView } from '../reading/reading.activities.js';

export interface IssueCommand extends Subject {
  readonly kind: StreamKind;
  readonly act: EngineAct;
}

/** 'done', also where it had been done before; otherwise the code of the refusal. */
export interface Acted {
  readonly outcome: string;
}

/** With what the subject looks like afterwards, where one look tells it: the workflow need not ask for another. */
export interface ActedOn extends Acted {
  readonly view?: EngineView;
}

/** Issues what only time or the engine does. The key is made of business facts: asked twice, it is done once. */
export function createActingActivities(worlds: EngineWorlds) {
  const looks: { readonly [K in StreamKind]?: (subject: Subject) => Promise<EngineView> } = lookingAfter(worlds);
  return {
    issueCommand: async ({ world, kind, id, act }: IssueCommand): Promise<ActedOn> => {
      const acted = await inWorld(worlds, world, (open) => issueFor(open, kind, id, act));
      const look = looks[kind];
      return acted.outcome !== 'done' || look === undefined ? acted : { ...acted, view: await look({ world, id }) };
    },
  };
}

function lookingAfter(worlds: EngineWorlds) {
  const { readNomination, readRound, readSession } = createReadingActivities(worlds);
  return { nomination: readNomination, round: readRound, session: readSession };
}
export type ActingActivities = ReturnType<typeof createActingActivities>;

/** How many commands a walk issues side by side: each waits for the database, none for another; people's acts go first. */
const SIDE_BY_SIDE = 4;

/** What a walk does at once; the next batch begins when all of one are done. */
export const inBatches = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / SIDE_BY_SIDE) }, (_, i) =>
    all.slice(i * SIDE_BY_SIDE, (i + 1) * SIDE_BY_SIDE),
  );

/** Issues a command as the engine. */
export async function issue<N extends CommandName>(
  { ledger }: EngineWorld,
  name: N,
  input: Commands[N],
  key: string,
): Promise<Acted> {
  const outcome = await ledger.execute({ actor: { kind: 'engine' }, name, input, key });
  if (outcome.ok) return { outcome: 'done' };
  const { code } = outcome.refusal;
  // The ledger says so when it cannot be reached or is overrun: worth another attempt, no answer to the question.
  if (code === 'UNAVAILABLE') throw ApplicationFailure.create({ type: code, message: code });
  return { outcome: code === 'ALREADY_DONE' ? 'done' : code };
}

function issueFor(world: EngineWorld, kind: StreamKind, id: string, act: EngineAct): Promise<Acted> {
  const key = `${kind}:${id}:${act.key}`;
  switch (act.does) {
    case 'remindTask':
      return issue(world, 'remindTask', { owner: ref(kind, id), visit: act.visit }, key);
    case 'endTimedStep':
      return issue(world, 'endTimedStep', { nominationId: id, visit: act.visit, key: act.step }, key);
    case 'replanStep':
      return issue(world, 'replanStep', { nominationId: id, visit: act.visit }, key);
    case 'closeRoundWindow':
      return issue(world, 'closeRoundWindow', { roundId: id }, key);
    case 'openPhase':
      return issue(world, 'openPhase', { campaignId: id, phase: act.phase }, key);
    case 'openReview':
      return issue(world, 'openReview', { campaignId: id, review: act.review }, key);
    case 'openRound':
      return issue(world, 'openRound', { campaignId: id, key: act.round, occurrence: act.occurrence }, key);
    case 'closeCampaign':
      return issue(world, 'closeCampaign', { campaignId: id }, key);
    case 'archiveCampaign':
      return issue(world, 'archiveCampaign', { campaignId: id }, key);
    case 'openObligations':
    case 'replanObligations':
    case 'lapseObligations':
    case 'passOn':
    case 'moveConfirmations':
    case 'remindTasks':
      throw ApplicationFailure.nonRetryable('NOT_ONE_COMMAND', 'DEFECT');
  }
}
