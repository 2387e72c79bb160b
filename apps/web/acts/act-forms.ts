import type { Role } from '../../../libs/domain/access/actor.js';
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
  readonly type: 'text' | 'line' | 'day' | 'choice' | 'count' | 'person';
  /** For a person: the role they must hold at the unit of the act. */
  readonly role?: Role;
  readonly required?: true;
  readonly choices?: readonly { readonly value: string; readonly label: Text }[];
}

export interface ActFormSpec {
  readonly label: Text;
  readonly tone: 'good' | 'back' | 'bad' | 'plain';
  /** Held back for a moment, in which it can be undone. */
  readonly undoable?: true;
  readonly fields: readonly ActField[];
}

const reason: ActField = { name: 'reason', label: 'reason', hint: 'reasonHint', type: 'text', required: true };
const note: ActField = { name: 'note', label: 'note', type: 'text' };

/** What is asked for each act. Its schema stands in act-schemas.ts: a list needs the labels only. */
export const ACT_FORMS = {
  approveStep: { label: 'pass', tone: 'good', fields: [note] },
  returnNomination: {
    label: 'giveBack',
    tone: 'back',
    undoable: true,
    fields: [reason, { name: 'supplementBy', label: 'supplementBy', type: 'day' }],
  },
  declineNomination: { label: 'decline', tone: 'bad', undoable: true, fields: [reason] },
  resubmitNomination: {
    label: 'supplement',
    tone: 'good',
    fields: [{ name: 'note', label: 'answer', type: 'text', required: true }],
  },
  submitNomination: { label: 'submit', tone: 'good', fields: [] },
  withdrawNomination: { label: 'withdraw', tone: 'bad', undoable: true, fields: [reason] },
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
  },
  releaseNomination: { label: 'release', tone: 'good', fields: [reason] },
  extendStep: {
    label: 'extend',
    tone: 'plain',
    fields: [{ name: 'lastDay', label: 'lastDay', type: 'day', required: true }, reason],
  },
  submitUpward: {
    label: 'upward',
    tone: 'good',
    fields: [
      { name: 'authority', label: 'authority', type: 'line', required: true },
      { name: 'document.number', label: 'number', type: 'line', required: true },
      { name: 'document.date', label: 'date', type: 'day', required: true },
    ],
  },
  issueDecision: {
    label: 'decide',
    tone: 'good',
    fields: [
      { name: 'number', label: 'number', type: 'line', required: true },
      { name: 'date', label: 'date', type: 'day', required: true },
      { name: 'signer', label: 'signer', type: 'person', role: 'decider', required: true },
    ],
  },
  conveneSession: {
    label: 'convene',
    tone: 'good',
    fields: [
      { name: 'date', label: 'sessionDate', type: 'day', required: true },
      { name: 'members', label: 'members', type: 'count', required: true },
    ],
  },
  recordHigherDecision: {
    label: 'higherDecision',
    tone: 'good',
    fields: [
      {
        name: 'outcome',
        label: 'outcome',
        type: 'choice',
        required: true,
        choices: [
          { value: 'recognised', label: 'outcomeRecognised' },
          { value: 'declined', label: 'outcomeDeclined' },
        ],
      },
      { name: 'authority', label: 'authority', type: 'line', required: true },
      { name: 'number', label: 'number', type: 'line', required: true },
      { name: 'date', label: 'date', type: 'day', required: true },
      { name: 'reason', label: 'reasonIfAny', type: 'text' },
    ],
  },
  revokeAward: {
    label: 'revoke',
    tone: 'bad',
    fields: [
      { name: 'decisionNumber', label: 'number', type: 'line', required: true },
      { name: 'decisionDate', label: 'date', type: 'day', required: true },
      reason,
    ],
  },
  restoreAward: { label: 'restore', tone: 'plain', fields: [reason] },
  confirmRegistration: { label: 'confirm', tone: 'good', fields: [note] },
  returnRegistration: {
    label: 'giveBack',
    tone: 'back',
    undoable: true,
    fields: [reason],
  },
  acceptReport: { label: 'accept', tone: 'good', fields: [] },
  returnReport: { label: 'giveBack', tone: 'back', undoable: true, fields: [reason] },
  acknowledgeReport: { label: 'acknowledge', tone: 'good', fields: [] },
  acknowledgeDocument: { label: 'acknowledgeDocument', tone: 'good', fields: [] },
  confirmActivity: { label: 'confirmActivity', tone: 'good', fields: [note] },
  refuseActivity: { label: 'refuseActivity', tone: 'back', undoable: true, fields: [reason] },
  followUpActivity: {
    label: 'followUp',
    tone: 'good',
    fields: [
      { name: 'note', label: 'whatWasDone', type: 'text', required: true },
      { name: 'document.number', label: 'numberIfAny', type: 'line' },
      { name: 'document.date', label: 'dateIfAny', type: 'day' },
    ],
  },
  recogniseExample: {
    label: 'recogniseExample',
    tone: 'good',
    fields: [
      { name: 'document.number', label: 'number', type: 'line', required: true },
      { name: 'document.date', label: 'date', type: 'day', required: true },
    ],
  },
  declineExample: { label: 'declineExample', tone: 'bad', undoable: true, fields: [reason] },
  settleAlarm: {
    label: 'settleAlarm',
    tone: 'good',
    fields: [{ name: 'conclusion', label: 'conclusion', hint: 'conclusionHint', type: 'text', required: true }],
  },
} as const satisfies Partial<Record<CommandName, ActFormSpec>>;

export type FormedAct = keyof typeof ACT_FORMS;

export const isFormed = (command: CommandName): command is FormedAct => Object.hasOwn(ACT_FORMS, command);
export const formOf = (command: FormedAct): ActFormSpec => ACT_FORMS[command];

/** An act that can be done now, as the api or the kind of task offers it. */
export interface OfferedAct {
  readonly command: FormedAct;
  readonly href: string;
  readonly visit?: number;
  /** What goes with it and is not asked for. */
  readonly given?: Readonly<Record<string, unknown>>;
  /** The unit whose people are offered where a person is asked for. */
  readonly unit?: string;
}
