import {
  changeCalendarDay,
  loadCalendar,
  type ChangeCalendarDay,
  type LoadCalendar,
} from './calendar/calendar.stream.js';
import { coverRegister, type CoverRegister } from './award-history/coverage.js';
import * as award from './award-history/award.commands.js';
import * as identity from './award-history/identity.commands.js';
import { registering } from './award-history/recording.js';
import { adjustTarget, type AdjustTarget } from './campaign/adjust-target.commands.js';
import * as activity from './activity/activity.commands.js';
import * as followUp from './activity/activity-follow-up.commands.js';
import * as campaign from './campaign/campaign.commands.js';
import * as draft from './campaign/campaign-draft.commands.js';
import * as proposal from './campaign/campaign-proposal.commands.js';
import * as course from './campaign/campaign-course.commands.js';
import * as dates from './campaign/extend-date.commands.js';
import { keepHousehold, type KeepHousehold } from './commitment/household.commands.js';
import * as personal from './commitment/personal.commands.js';
import * as obligation from './obligation/obligation.commands.js';
import * as lead from './obligation/obligation-lead.commands.js';
import * as moving from './registration/move-confirmation.commands.js';
import * as pledged from './registration/pledge-results.commands.js';
import * as registration from './registration/registration.commands.js';
import * as report from './report/report.commands.js';
import * as consolidated from './report/consolidated.commands.js';
import * as example from './example/example.commands.js';
import { addRoundAward, type AddRoundAward } from './round/add-award.commands.js';
import * as round from './round/round.commands.js';
import * as rules from './rules/rule-pack.commands.js';
import { acknowledgeDocument, type AcknowledgeDocument } from './dispatch/dispatch.commands.js';
import { carryingOut } from './obligation/carried-out.js';
import { distributing } from './dispatch/distributing.js';
import * as session from './session/session.commands.js';
import * as decision from './decision/decision.commands.js';
import type { CommandSpec } from './core/decision.js';
import * as eligibility from './nomination/eligibility.commands.js';
import { commentNomination, type CommentNomination } from './nomination/comment.commands.js';
import * as dossier from './nomination/nomination-dossier.commands.js';
import * as papers from './nomination/nomination-papers.commands.js';
import * as replan from './nomination/replan.commands.js';
import type { NominationReason } from './nomination/acting-on.js';
import * as drafting from './nomination/drafting.commands.js';
import * as pausing from './nomination/pausing.commands.js';
import * as revocation from './nomination/revocation.commands.js';
import * as step from './nomination/step.commands.js';
import * as stepTime from './nomination/step-time.commands.js';
import * as submission from './nomination/submission.commands.js';
import { administerAccount, type AdministerAccount } from './organisation/account.commands.js';
import * as cluster from './organisation/cluster.commands.js';
import * as organisation from './organisation/organisation.commands.js';
import { carryOutSuccession, type CarryOutSuccession } from './organisation/succession.commands.js';
import { takeBackSuccession, type TakeBackSuccession } from './organisation/take-back.commands.js';
import { handOverWork, type HandOverWork } from './succession/hand-over.commands.js';
import * as passing from './succession/pass-on.commands.js';
import { followCalendar, type FollowCalendar } from './task/follow-calendar.js';
import * as task from './task/task.commands.js';
import { raiseAlarm, settleAlarm, type RaiseAlarm, type SettleAlarm } from './world/alarm.commands.js';
import { eraseSubject, type EraseSubject } from './world/erasure.commands.js';
import { adoptLogKey, type AdoptLogKey } from './world/log-key.js';
import { moveClock, openWorld, type MoveClock, type OpenWorld } from './world/world.stream.js';

/** Every command of the product by its wire name, and what it is asked with. */
export interface Commands {
  loadCalendar: LoadCalendar;
  changeCalendarDay: ChangeCalendarDay;
  openWorld: OpenWorld;
  moveClock: MoveClock;
  adoptLogKey: AdoptLogKey;
  eraseSubject: EraseSubject;
  raiseAlarm: RaiseAlarm;
  settleAlarm: SettleAlarm;

  defineUnit: organisation.DefineUnit;
  planSuccession: organisation.PlanSuccession;
  carryOutSuccession: CarryOutSuccession;
  takeBackSuccession: TakeBackSuccession;
  passOnCampaign: passing.PassOnCampaign;
  passOnWork: passing.PassOnWork;
  concludePassing: passing.PassOnCampaign;
  handOverWork: HandOverWork;
  defineCluster: cluster.DefineCluster;
  arrangeCluster: cluster.ArrangeCluster;
  registerPerson: organisation.RegisterPerson;
  appointPerson: organisation.AppointPerson;
  endAppointment: organisation.EndAppointment;
  delegateRole: organisation.DelegateRole;
  administerAccount: AdministerAccount;

  claimTask: task.TaskAct;
  releaseTask: task.TaskAct;
  reassignTask: task.AssignTask;
  delegateTask: task.AssignTask;
  followUpTask: task.FollowUpTask;
  remindTask: task.RemindTask;

  draftCampaign: draft.DraftCampaign;
  reviseCampaign: draft.ReviseCampaign;
  cloneCampaign: draft.CloneCampaign;
  proposeCampaign: proposal.ProposeCampaign;
  declineProposal: proposal.DeclineProposal;
  answerQuestion: campaign.AnswerQuestion;
  launchCampaign: campaign.LaunchCampaign;
  closeCampaign: campaign.CampaignAct;
  archiveCampaign: campaign.CampaignAct;

  openPhase: course.OpenPhase;
  openReview: course.OpenReview;
  concludeReview: course.ConcludeReview;

  extendCampaignDate: dates.ExtendCampaignDate;
  adjustTarget: AdjustTarget;

  openObligation: obligation.OpenObligation;
  fulfilObligation: obligation.FulfilObligation;
  replanObligation: obligation.ObligationAct;
  followCalendar: FollowCalendar;
  lapseObligation: obligation.ObligationAct;

  urgeObligation: lead.UrgeObligation;
  extendObligation: lead.ExtendObligation;
  waiveObligation: lead.WaiveObligation;

  registerUnit: registration.RegisterUnit;
  confirmRegistration: registration.ConfirmRegistration;
  returnRegistration: registration.ReturnRegistration;
  reportPledgeResults: pledged.ReportPledgeResults;
  assessPledge: pledged.AssessPledge;
  moveConfirmation: moving.MoveConfirmation;

  pledgePersonally: personal.PledgePersonally;
  reportPersonalResults: personal.ReportPersonalResults;
  confirmPersonalResults: personal.ConfirmPersonalResults;
  keepHousehold: KeepHousehold;

  submitReport: report.SubmitReport;
  acceptReport: report.ReportAct;
  returnReport: report.ReturnReport;

  consolidateReports: consolidated.ConsolidateReports;
  acknowledgeReport: report.ReportAct;

  recordActivity: activity.RecordActivity;
  confirmActivity: followUp.ConfirmActivity;
  refuseActivity: followUp.RefuseActivity;
  followUpActivity: followUp.FollowUpActivity;
  withdrawActivity: followUp.WithdrawActivity;

  introduceExample: example.IntroduceExample;
  proposeExample: example.ProposeExample;
  recogniseExample: example.RecogniseExample;
  declineExample: example.DeclineExample;
  promoteExample: example.PromoteExample;

  openRound: round.OpenRound;
  closeRoundWindow: round.RoundAct;
  addRoundAward: AddRoundAward;
  makeSubmissionList: round.RoundAct;

  conveneSession: session.ConveneSession;
  recordCouncilResult: session.RecordCouncilResult;

  issueDecision: decision.IssueDecision;
  acknowledgeDocument: AcknowledgeDocument;
  submitUpward: decision.SubmitUpward;
  recordHigherDecision: decision.RecordHigherDecision;

  recordAwards: award.RecordAwards;
  coverRegister: CoverRegister;
  correctAward: award.CorrectAward;
  removeAward: award.AwardAct;
  endFreeze: award.EndFreeze;
  loadRules: rules.LoadRules;
  verifyRule: rules.VerifyRule;
  withdrawVerification: rules.WithdrawVerification;

  joinSubjects: identity.JoinSubjects;
  partSubject: identity.PartSubject;

  declareFacts: eligibility.DeclareFacts;
  evaluateNomination: eligibility.EvaluateNomination;
  commentNomination: CommentNomination;
  draftNomination: drafting.DraftNomination;
  reviseNomination: dossier.ReviseNomination;
  filePaper: papers.FilePaper;
  takeOutPaper: papers.TakeOutPaper;
  submitNomination: submission.SubmitNomination;
  approveStep: step.ApproveStep;
  returnNomination: step.ReturnNomination;
  resubmitNomination: step.ResubmitNomination;
  declineNomination: step.DeclineNomination;
  withdrawNomination: NominationReason;
  holdNomination: pausing.HoldNomination;
  releaseNomination: NominationReason;
  extendStep: stepTime.ExtendStep;
  endTimedStep: stepTime.EndTimedStep;
  replanStep: replan.ReplanStep;
  revokeAward: revocation.RevokeAward;
  restoreAward: NominationReason;
}

export type CommandName = keyof Commands;

/** The judgement behind each name. Adding a command without one, or the other way round, does not compile. */
export const COMMANDS: { readonly [K in CommandName]: CommandSpec<Commands[K]> } = {
  loadCalendar,
  changeCalendarDay,
  openWorld,
  moveClock,
  adoptLogKey,
  eraseSubject,
  raiseAlarm,
  settleAlarm,

  defineUnit: organisation.defineUnit,
  planSuccession: organisation.planSuccession,
  carryOutSuccession,
  takeBackSuccession,
  passOnCampaign: passing.passOnCampaign,
  passOnWork: passing.passOnWork,
  concludePassing: passing.concludePassing,
  handOverWork,
  defineCluster: cluster.defineCluster,
  arrangeCluster: cluster.arrangeCluster,
  registerPerson: organisation.registerPerson,
  appointPerson: organisation.appointPerson,
  endAppointment: organisation.endAppointment,
  delegateRole: organisation.delegateRole,
  administerAccount,

  claimTask: task.claimTask,
  releaseTask: task.releaseTask,
  reassignTask: task.reassignTask,
  delegateTask: task.delegateTask,
  followUpTask: task.followUpTask,
  remindTask: task.remindTask,

  draftCampaign: draft.draftCampaign,
  reviseCampaign: draft.reviseCampaign,
  cloneCampaign: draft.cloneCampaign,
  proposeCampaign: proposal.proposeCampaign,
  declineProposal: proposal.declineProposal,
  answerQuestion: campaign.answerQuestion,
  launchCampaign: distributing(carryingOut(campaign.launchCampaign), 'launch', (c) => c.campaignId),
  closeCampaign: campaign.closeCampaign,
  archiveCampaign: campaign.archiveCampaign,

  openPhase: course.openPhase,
  openReview: course.openReview,
  concludeReview: course.concludeReview,

  extendCampaignDate: dates.extendCampaignDate,
  adjustTarget,

  openObligation: obligation.openObligation,
  fulfilObligation: obligation.fulfilObligation,
  replanObligation: obligation.replanObligation,
  followCalendar,
  lapseObligation: obligation.lapseObligation,

  urgeObligation: lead.urgeObligation,
  extendObligation: lead.extendObligation,
  waiveObligation: lead.waiveObligation,

  registerUnit: registration.registerUnit,
  confirmRegistration: registration.confirmRegistration,
  returnRegistration: registration.returnRegistration,
  reportPledgeResults: pledged.reportPledgeResults,
  assessPledge: pledged.assessPledge,
  moveConfirmation: moving.moveConfirmation,

  pledgePersonally: personal.pledgePersonally,
  reportPersonalResults: personal.reportPersonalResults,
  confirmPersonalResults: personal.confirmPersonalResults,
  keepHousehold,

  submitReport: report.submitReport,
  acceptReport: report.acceptReport,
  returnReport: report.returnReport,

  consolidateReports: consolidated.consolidateReports,
  acknowledgeReport: consolidated.acknowledgeReport,

  recordActivity: activity.recordActivity,
  confirmActivity: followUp.confirmActivity,
  refuseActivity: followUp.refuseActivity,
  followUpActivity: followUp.followUpActivity,
  withdrawActivity: followUp.withdrawActivity,

  introduceExample: example.introduceExample,
  proposeExample: example.proposeExample,
  recogniseExample: example.recogniseExample,
  declineExample: example.declineExample,
  promoteExample: example.promoteExample,

  openRound: round.openRound,
  closeRoundWindow: round.closeRoundWindow,
  addRoundAward,
  makeSubmissionList: round.makeSubmissionList,

  conveneSession: session.conveneSession,
  recordCouncilResult: session.recordCouncilResult,

  issueDecision: distributing(
    registering(decision.issueDecision),
    'decision',
    (c, have) => have.state('nomination', c.nominations[0]?.nominationId ?? '')?.campaignId,
  ),
  acknowledgeDocument,
  submitUpward: decision.submitUpward,
  recordHigherDecision: registering(decision.recordHigherDecision),

  recordAwards: award.recordAwards,
  coverRegister,
  correctAward: award.correctAward,
  removeAward: award.removeAward,
  endFreeze: award.endFreeze,
  loadRules: rules.loadRules,
  verifyRule: rules.verifyRule,
  withdrawVerification: rules.withdrawVerification,

  joinSubjects: identity.joinSubjects,
  partSubject: identity.partSubject,

  declareFacts: eligibility.declareFacts,
  evaluateNomination: eligibility.evaluateNomination,
  commentNomination,
  draftNomination: drafting.draftNomination,
  reviseNomination: dossier.reviseNomination,
  filePaper: papers.filePaper,
  takeOutPaper: papers.takeOutPaper,
  submitNomination: submission.submitNomination,
  approveStep: step.approveStep,
  returnNomination: step.returnNomination,
  resubmitNomination: step.resubmitNomination,
  declineNomination: step.declineNomination,
  withdrawNomination: pausing.withdrawNomination,
  holdNomination: pausing.holdNomination,
  releaseNomination: pausing.releaseNomination,
  extendStep: stepTime.extendStep,
  endTimedStep: stepTime.endTimedStep,
  replanStep: replan.replanStep,
  revokeAward: registering(revocation.revokeAward),
  restoreAward: registering(revocation.restoreAward),
};

export const COMMAND_NAMES: readonly CommandName[] = Object.keys(COMMANDS).filter(
  (name): name is CommandName => name in COMMANDS,
);

export const isCommandName = (name: string): name is CommandName => Object.hasOwn(COMMANDS, name);
