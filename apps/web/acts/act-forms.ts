import type { z } from 'zod';
import { submitUpward } from '../../../libs/contracts/commands/award.contract.js';
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
import type { CommandName } from '../../../libs/domain/commands.js';
import type { actsWords } from './acts.words.js';

/** Texts that take nothing to be put into them. */
type Text = {
  [K in keyof (typeof actsWords)['vi']]: (typeof actsWords)['vi'][K] extends string ? K : never;
}[keyof (typeof actsWords)['vi']];

export interface ActField {
  /** Where it stands in the body; a dotted path reaches into an object. */
  readonly name: string;
  readonly label: Text;
  readonly hint?: Text;
  readonly type: 'text' | 'line' | 'day' | 'choice';
  readonly required?: true;
  readonly choices?: readonly { readonly value: string; readonly label: Text }[];
}

export interface ActFormSpec {
  readonly label: Text;
  readonly tone: 'good' | 'back' | 'bad' | 'plain';
  /** Held back for a moment, in which it can be undone. */
  readonly undoable?: true;
  readonly fields: readonly ActField[];
  readonly schema: z.ZodObject;
}

const reason: ActField = { name: 'reason', label: 'reason', hint: 'reasonHint', type: 'text', required: true };
const note: ActField = { name: 'note', label: 'note', type: 'text' };

/** What is asked for each act of a step. The schema is the command's own; ids and visits stand in the address or come with the act. */
export const ACT_FORMS = {
  approveStep: { label: 'pass', tone: 'good', fields: [note], schema: approveStep },
  returnNomination: {
    label: 'giveBack',
    tone: 'back',
    undoable: true,
    fields: [reason, { name: 'supplementBy', label: 'supplementBy', type: 'day' }],
    schema: returnNomination,
  },
  declineNomination: { label: 'decline', tone: 'bad', undoable: true, fields: [reason], schema: declineNomination },
  resubmitNomination: {
    label: 'supplement',
    tone: 'good',
    fields: [{ name: 'note', label: 'answer', type: 'text', required: true }],
    schema: resubmitNomination,
  },
  submitNomination: { label: 'submit', tone: 'good', fields: [], schema: submitNomination },
  withdrawNomination: { label: 'withdraw', tone: 'bad', undoable: true, fields: [reason], schema: withdrawNomination },
  holdNomination: {
    label: 'hold',
    tone: 'plain',
    fields: [
      {
        name: 'ground',
        label: 'ground',
        type: 'choice',
        required: true,
        choices: [
          { value: 'discipline', label: 'groundDiscipline' },
          { value: 'inspection', label: 'groundInspection' },
          { value: 'complaint', label: 'groundComplaint' },
          { value: 'press', label: 'groundPress' },
        ],
      },
      reason,
    ],
    schema: holdNomination,
  },
  releaseNomination: { label: 'release', tone: 'good', fields: [reason], schema: releaseNomination },
  extendStep: {
    label: 'extend',
    tone: 'plain',
    fields: [{ name: 'lastDay', label: 'lastDay', type: 'day', required: true }, reason],
    schema: extendStep,
  },
  submitUpward: {
    label: 'upward',
    tone: 'good',
    fields: [
      { name: 'authority', label: 'authority', type: 'line', required: true },
      { name: 'document.number', label: 'number', type: 'line', required: true },
      { name: 'document.date', label: 'date', type: 'day', required: true },
    ],
    schema: submitUpward,
  },
  revokeAward: {
    label: 'revoke',
    tone: 'bad',
    fields: [
      { name: 'decisionNumber', label: 'number', type: 'line', required: true },
      { name: 'decisionDate', label: 'date', type: 'day', required: true },
      reason,
    ],
    schema: revokeAward,
  },
  restoreAward: { label: 'restore', tone: 'plain', fields: [reason], schema: restoreAward },
  confirmRegistration: { label: 'confirm', tone: 'good', fields: [note], schema: confirmRegistration },
  returnRegistration: {
    label: 'giveBack',
    tone: 'back',
    undoable: true,
    fields: [reason],
    schema: returnRegistration,
  },
  acceptReport: { label: 'accept', tone: 'good', fields: [], schema: acceptReport },
  returnReport: { label: 'giveBack', tone: 'back', undoable: true, fields: [reason], schema: returnReport },
  acknowledgeReport: { label: 'acknowledge', tone: 'good', fields: [], schema: acknowledgeReport },
} as const satisfies Partial<Record<CommandName, ActFormSpec>>;

export type FormedAct = keyof typeof ACT_FORMS;

export const isFormed = (command: CommandName): command is FormedAct => Object.hasOwn(ACT_FORMS, command);
export const formOf = (command: FormedAct): ActFormSpec => ACT_FORMS[command];

/** An act that can be done now, as the api or the kind of task offers it. */
export interface OfferedAct {
  readonly command: FormedAct;
  readonly href: string;
  readonly visit?: number;
}
