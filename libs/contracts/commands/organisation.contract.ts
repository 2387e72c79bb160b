import { z } from 'zod';
import { ROLES } from '../../domain/access/actor.js';
import { ACCOUNT_DEEDS } from '../../domain/organisation/account.commands.js';
import { CALENDAR_DAY_KINDS } from '../../domain/calendar/working-calendar.js';
import { SUCCESSION_KINDS, UNIT_TYPES } from '../../domain/campaign-plan/vocabulary.js';
import type { StreamKind } from '../../domain/core/stream.js';
import { bilingual } from '../campaign-parts.contract.js';
import { localDate } from '../due-rule.contract.js';
import { code, day, document, id, line, path, reason, visit } from './command-parts.contract.js';

/** Units, people, tasks, calendar and world. */

const role = z.enum(ROLES);
const instant = z.int().min(-62_135_596_800_000).max(253_402_300_799_999).describe('Epoch milliseconds.');

export const defineUnit = z
  .strictObject({
    unitId: id,
    type: z.enum(UNIT_TYPES),
    name: bilingual,
    shortName: z.string().trim().max(120).optional(),
    parent: id.optional(),
    verticalParent: id.optional(),
    validFrom: day,
    validTo: day.optional(),
    external: z.boolean().optional(),
    confidence: code,
    reason: reason.optional(),
  })
  .describe('Define a unit, or change it from a day on.');
export const planSuccession = z
  .strictObject({ unitId: id, to: id, kind: code, on: day, confidence: code })
  .describe('Say what becomes of a unit.');
export const carryOutSuccession = z
  .strictObject({
    unitId: id,
    to: id.describe('Takes over everything that is open.'),
    others: z.array(id).max(50).optional().describe('Further successors of a unit that is split.'),
    kind: z.enum(SUCCESSION_KINDS),
    on: day.describe('First day of the successor; the unit ends the day before.'),
    document,
    reason: reason.optional(),
  })
  .describe('Carry out what becomes of a unit, by the document that orders it.');
export const takeBackSuccession = z
  .strictObject({ unitId: id, reason })
  .describe('Take back what became of a unit, while nothing stands on it.');
export const passOnCampaign = z
  .strictObject({ campaignId: id, unitId: id })
  .describe('Put the successor in the parts of an ended unit (engine).');
export const concludePassing = z
  .strictObject({ campaignId: id, unitId: id })
  .describe('Say that nothing of a campaign is left at an ended unit (engine).');
const clusterYear = z.strictObject({
  year: z.int().min(1945).max(2100),
  leader: id,
  deputy: id.optional(),
  members: z.array(id).max(2000),
});
export const defineCluster = z
  .strictObject({
    clusterId: id,
    kind: z.enum(['cluster', 'block']),
    name: bilingual,
    years: z.array(clusterYear).max(200).optional().describe('Those there are stay where left out.'),
  })
  .describe('Define a cluster or block with its members by year.');
export const arrangeCluster = z
  .strictObject({
    clusterId: id,
    ...clusterYear.shape,
    seen: z.int().min(1).optional().describe('The version that was looked at; what came after it is not overwritten.'),
    reason: reason.optional(),
  })
  .describe('Say who belongs to a cluster or block in a year and who leads it.');
export const registerPerson = z
  .strictObject({
    personId: id,
    username: id,
    name: line,
    email: z.email().max(254),
    invented: z.boolean(),
    positions: z
      .array(
        z.strictObject({
          key: path,
          unitId: id,
          role,
          title: z.string().trim().max(200),
          from: day,
          to: day.optional(),
          onBehalfOf: id.optional(),
        }),
      )
      .max(200),
  })
  .describe('Register a person with their positions.');
export const appointPerson = z
  .strictObject({ personId: id, unitId: id, role, title: z.string().trim().max(200), from: day, to: day.optional() })
  .describe('Appoint a person.');
export const endAppointment = z.strictObject({ personId: id, key: path, to: day }).describe('End an appointment.');
export const delegateRole = z
  .strictObject({ toPersonId: id, unitId: id, role, from: day, to: day, reason })
  .describe('Delegate one’s own role for a time.');
export const administerAccount = z
  .strictObject({ personId: id, deed: z.enum(ACCOUNT_DEEDS), reason })
  .describe('Open or close somebody’s account, reset its password, or end its sessions.');

const taskId = z
  .string()
  .trim()
  .regex(/^[a-z]+:.+:\d+$/, 'a task id is <kind>:<id>:<visit>')
  .max(280);
const assign = z.strictObject({ taskId, to: id, reason });

export const claimTask = z.strictObject({ taskId }).describe('Take a task in hand.');
export const releaseTask = z.strictObject({ taskId }).describe('Give a task back.');
export const reassignTask = assign.describe('Hand a task to another person.');
export const delegateTask = assign.describe('Have another person do a task.');
export const followUpTask = z
  .strictObject({ taskId, on: day.describe('Empty takes it away.') })
  .describe('Set a day to look at a task again.');

const STREAM_KINDS = [
  'award',
  'activity',
  'calendar',
  'campaign',
  'cluster',
  'commitment',
  'decision',
  'dispatch',
  'identity',
  'example',
  'nomination',
  'obligation',
  'person',
  'registration',
  'report',
  'round',
  'rule-pack',
  'session',
  'task',
  'unit',
  'world',
] as const satisfies readonly StreamKind[];

export const remindTask = z
  .strictObject({ owner: z.strictObject({ kind: z.enum(STREAM_KINDS), id }), visit: z.int().min(1) })
  .describe('Send the reminders of a task that are due (engine).');

export const followCalendar = z
  .strictObject({ owner: z.strictObject({ kind: z.enum(STREAM_KINDS), id }), visit: z.int().min(1) })
  .describe('Move the date of an open task after a changed holiday (engine).');

export const passOnWork = z
  .strictObject({ owner: z.strictObject({ kind: z.enum(STREAM_KINDS), id }), unitId: id })
  .describe('Pass what is open of one matter to the successor of an ended unit (engine).');

export const handOverWork = z
  .strictObject({ owner: z.strictObject({ kind: z.enum(STREAM_KINDS), id }), unitId: id, to: id, reason })
  .describe('Hand one open matter over to another successor of a unit that was split.');

export const loadCalendar = z
  .strictObject({
    days: z
      .array(
        z.strictObject({
          date: localDate,
          kind: z.enum(CALENDAR_DAY_KINDS),
          name: z.string().max(300),
          nameVi: z.string().max(300).exactOptional(),
          confidence: z.string().max(300),
        }),
      )
      .max(20_000),
  })
  .describe('Load the working-day calendar of a new world.');
export const changeCalendarDay = z
  .strictObject({ date: day, kind: z.enum([...CALENDAR_DAY_KINDS, 'none']), name: line, source: line, reason })
  .describe('Change one day of the calendar; `none` makes it an ordinary one.');

export const openWorld = z
  .strictObject({ kind: z.enum(['official', 'rehearsal']), clock: instant.nullable() })
  .describe('Open a world.');
export const moveClock = z.strictObject({ to: instant }).describe('Move the clock of a rehearsal on.');
export const raiseAlarm = z
  .strictObject({ findings: z.array(code).max(50), queue: path })
  .describe('Raise an alarm about the log.');
export const settleAlarm = z
  .strictObject({ visit, conclusion: reason })
  .describe('Say what an alarm about the log turned out to be.');
export const eraseSubject = z
  .strictObject({ subject: path.describe('`person/<id>` or `subject/<id>`.'), reason })
  .describe('Destroy the key of what was sealed about a person; facts and proofs stay.');
export const adoptLogKey = z
  .strictObject({ key: z.string().max(400), endorsement: z.string().max(4000).optional() })
  .describe('Sign the log with another key from now on.');
