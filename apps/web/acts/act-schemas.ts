import type { z } from 'zod';
import {
  confirmActivity,
  declineExample,
  followUpActivity,
  recogniseExample,
  refuseActivity,
} from '../../../libs/contracts/commands/activity.contract.js';
import {
  acknowledgeDocument,
  conveneSession,
  issueDecision,
  recordHigherDecision,
  submitUpward,
} from '../../../libs/contracts/commands/award.contract.js';
import {
  approveStep,
  declineNomination,
  extendStep,
  holdNomination,
  releaseNomination,
  resubmitNomination,
  restoreAward,
  returnNomination,
  revokeAward,
  submitNomination,
  withdrawNomination,
} from '../../../libs/contracts/commands/nomination.contract.js';
import {
  acceptReport,
  acknowledgeReport,
  confirmRegistration,
  returnRegistration,
  returnReport,
} from '../../../libs/contracts/commands/obligation.contract.js';
import { settleAlarm } from '../../../libs/contracts/commands/organisation.contract.js';
import type { FormedAct } from './act-forms.js';

/** The command behind each form; ids and visits stand in the address or come with the act. */
export const ACT_SCHEMAS: Readonly<Record<FormedAct, z.ZodObject>> = {
  approveStep,
  returnNomination,
  declineNomination,
  resubmitNomination,
  submitNomination,
  withdrawNomination,
  holdNomination,
  releaseNomination,
  extendStep,
  submitUpward,
  issueDecision,
  conveneSession,
  recordHigherDecision,
  revokeAward,
  restoreAward,
  confirmRegistration,
  returnRegistration,
  acceptReport,
  returnReport,
  acknowledgeReport,
  acknowledgeDocument,
  confirmActivity,
  refuseActivity,
  followUpActivity,
  recogniseExample,
  declineExample,
  // The visit stands in the address.
  settleAlarm: settleAlarm.omit({ visit: true }),
};
