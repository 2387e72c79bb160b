import { changeCalendarDay, loadCalendar, type ChangeCalendarDay, type LoadCalendar } from './calendar/calendar.stream.js';
import type { CommandSpec } from './core/decision.js';
import * as nomination from './nomination/nomination.commands.js';
import * as organisation from './organisation/organisation.commands.js';
import * as task from './task/task.commands.js';
import { moveClock, openWorld, type MoveClock, type OpenWorld } from './world/world.stream.js';

/** Every command of the product by its wire name, and what it is asked with. */
export interface Commands {
  loadCalendar: LoadCalendar;
  changeCalendarDay: ChangeCalendarDay;
  openWorld: OpenWorld;
  moveClock: MoveClock;

  defineUnit: organisation.DefineUnit;
  planSuccession: organisation.PlanSuccession;
  defineCluster: organisation.DefineCluster;
  registerPerson: organisation.RegisterPerson;
  appointPerson: organisation.AppointPerson;
  endAppointment: organisation.EndAppointment;
  delegateRole: organisation.DelegateRole;

  claimTask: task.TaskAct;
  releaseTask: task.TaskAct;
  reassignTask: task.AssignTask;
  delegateTask: task.AssignTask;
  followUpTask: task.FollowUpTask;
  remindTask: task.RemindTask;

  draftNomination: nomination.DraftNomination;
  submitNomination: nomination.SubmitNomination;
  approveStep: nomination.ApproveStep;
  returnNomination: nomination.ReturnNomination;
  resubmitNomination: nomination.ResubmitNomination;
  declineNomination: nomination.DeclineNomination;
  withdrawNomination: nomination.NominationReason;
  holdNomination: nomination.HoldNomination;
  releaseNomination: nomination.NominationReason;
  extendStep: nomination.ExtendStep;
  endTimedStep: nomination.EndTimedStep;
  revokeAward: nomination.RevokeAward;
  restoreAward: nomination.NominationReason;
}

export type CommandName = keyof Commands;

/** The judgement behind each name. Adding a command without one, or the other way round, does not compile. */
export const COMMANDS: { readonly [K in CommandName]: CommandSpec<Commands[K]> } = {
  loadCalendar,
  changeCalendarDay,
  openWorld,
  moveClock,

  defineUnit: organisation.defineUnit,
  planSuccession: organisation.planSuccession,
  defineCluster: organisation.defineCluster,
  registerPerson: organisation.registerPerson,
  appointPerson: organisation.appointPerson,
  endAppointment: organisation.endAppointment,
  delegateRole: organisation.delegateRole,

  claimTask: task.claimTask,
  releaseTask: task.releaseTask,
  reassignTask: task.reassignTask,
  delegateTask: task.delegateTask,
  followUpTask: task.followUpTask,
  remindTask: task.remindTask,

  draftNomination: nomination.draftNomination,
  submitNomination: nomination.submitNomination,
  approveStep: nomination.approveStep,
  returnNomination: nomination.returnNomination,
  resubmitNomination: nomination.resubmitNomination,
  declineNomination: nomination.declineNomination,
  withdrawNomination: nomination.withdrawNomination,
  holdNomination: nomination.holdNomination,
  releaseNomination: nomination.releaseNomination,
  extendStep: nomination.extendStep,
  endTimedStep: nomination.endTimedStep,
  revokeAward: nomination.revokeAward,
  restoreAward: nomination.restoreAward,
};

export const COMMAND_NAMES: readonly CommandName[] = Object.keys(COMMANDS).filter((name): name is CommandName => name in COMMANDS);

export const isCommandName = (name: string): name is CommandName => Object.hasOwn(COMMANDS, name);
