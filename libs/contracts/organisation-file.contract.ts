import { z } from 'zod';
import { ROLES } from '../domain/access/actor.js';
import type { OrganisationFile } from '../domain/campaign-plan/organisation.js';
import { CONFIDENCES, SUCCESSION_KINDS, UNIT_TYPES } from '../domain/campaign-plan/vocabulary.js';
import { bilingual, key, traced } from './campaign-parts.contract.js';
import { localDate } from './due-rule.contract.js';
import type { Same } from './same-shape.js';

const effective = {
  validFrom: localDate.describe('First day it exists or holds.'),
  validTo: localDate.optional().describe('Last day, included; left out = still open.'),
};

const confidence = z.enum(CONFIDENCES).describe('V verified, VH verified for the past, M from memory, ? unknown.');
const invented = z.boolean().optional().describe('Made up for rehearsals; not a real body.');

const unit = z.strictObject({
  id: key,
  type: z.enum(UNIT_TYPES).describe('Type campaigns address it by.'),
  name: bilingual.describe('Name as printed in its time.'),
  shortName: z.string().optional().describe('Short name for lists.'),
  parent: key.optional().describe('Administrative parent.'),
  verticalParent: key.optional().describe('Professional parent (ngành dọc): who may award is asked there.'),
  external: z.boolean().optional().describe('Outside the tree of this organisation; only referred to.'),
  ...effective,
  confidence,
  invented,
  note: z.string().optional().describe('What a person should know or check.'),
  ...traced,
});

const succession = z.strictObject({
  from: key,
  to: key,
  kind: z.enum(SUCCESSION_KINDS).describe('What happened to the unit.'),
  on: localDate.describe('Day it takes effect.'),
  confidence,
  source: z.string().describe('Where this was read.'),
});

const cluster = z.strictObject({
  id: key,
  kind: z.enum(['cluster', 'block']).describe('Cụm or khối.'),
  name: bilingual,
  invented,
  years: z
    .array(
      z.strictObject({
        year: z.int(),
        leader: key.describe('Unit that leads (Cụm trưởng, Khối trưởng).'),
        deputy: key.optional().describe('Unit that deputises.'),
        members: z.array(key).min(1).describe('Member units, leader included.'),
      }),
    )
    .min(1)
    .describe('Membership by year.'),
});

const person = z.strictObject({
  id: key,
  username: z
    .string()
    .regex(/^[a-z0-9.]+$/, 'a username is lower-case ASCII letters, digits and dots')
    .describe('Sign-in name.'),
  name: z.string().min(1).describe('Full name with diacritics.'),
  email: z.email().describe('Address notices go to.'),
  invented: z.boolean().describe('True for made-up persons of a rehearsal.'),
});

const position = z.strictObject({
  person: key,
  unit: key,
  role: z.enum(ROLES).describe('Role permissions are granted to.'),
  title: z.string().min(1).describe('Position as printed (chức vụ).'),
  ...effective,
});

const council = z.strictObject({
  id: key,
  unit: key.describe('The council as a unit.'),
  name: bilingual,
  standingBody: key.describe('Standing body (cơ quan thường trực).'),
  terms: z
    .array(
      z.strictObject({
        from: localDate,
        to: localDate.optional(),
        decision: z.string().optional().describe('Decision that set it up.'),
        members: z
          .array(
            z.strictObject({
              person: key,
              function: z.enum(['chair', 'standing-vice-chair', 'vice-chair', 'member', 'secretary']),
              votes: z.boolean().describe('Takes part in ballots.'),
            }),
          )
          .min(1),
      }),
    )
    .min(1)
    .describe('Terms, oldest first.'),
  ...traced,
});

/** An organisation over time: units, successions, clusters, people, positions, councils. */
export const organisationFile = z
  .strictObject({
    schemaVersion: z.literal(1).describe('Version of this format.'),
    id: key,
    name: bilingual,
    root: key.describe('Topmost unit.'),
    notes: z.array(z.string()).optional().describe('What is real, what is made up, what is uncertain.'),
    units: z.array(unit).min(1),
    successions: z.array(succession).describe('What became of units; uncertain ones wait for a named person.'),
    clusters: z.array(cluster),
    people: z.array(person),
    positions: z.array(position),
    councils: z.array(council),
  })
  .describe('Organisation of the Vinh Danh system.');

export type { OrganisationFile } from '../domain/campaign-plan/organisation.js';

/** Compile-time proof that the schema and the domain speak of the same thing. */
export const sameOrganisationFile: Same<z.infer<typeof organisationFile>, OrganisationFile> = true;

/** JSON Schema of an organisation file, for editors. */
export const organisationJsonSchema = (): Record<string, unknown> => ({
  ...z.toJSONSchema(organisationFile, { io: 'input' }),
});
