import { z } from 'zod';

/** Small shapes of command inputs. Lengths are generous for people and final for machines. */

export const id = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'an id is made of letters, digits, dots, hyphens and underscores')
  .max(240)
  .describe('Id: letters, digits, dots, hyphens and underscores.');

/** A name inside another thing: key of a position, a date of a campaign, an occurrence. */
export const path = z.string().trim().min(1).max(240);

/** A day; that it exists is judged by the domain, so that the refusal says which and why. */
export const day = z.string().trim().max(10).describe('A day, YYYY-MM-DD.');

export const code = z.string().trim().min(1).max(120);
export const line = z.string().trim().min(1).max(500).describe('One line of text.');
export const documentNumber = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .describe('Number and symbol as printed, for example 101/KH-UBND.');

/** May be empty here: that a reason is missing is refused by the domain, with its way out. */
export const reason = z.string().trim().max(4000).describe('Why. Sealed; may name people.');
export const note = z.string().trim().max(4000).optional().describe('A remark. Sealed; may name people.');
export const longText = z.string().trim().max(40_000).describe('Text. Sealed; may name people.');

export const visit = z.int().min(1).max(100_000).describe('The opening of the step that the person saw.');

export const document = z
  .strictObject({ number: documentNumber, date: day })
  .describe('A document with its number and day.');

/** A file that has been uploaded. */
export const givenFile = {
  digest: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'a digest is 64 hexadecimal digits')
    .describe('As the upload answered it.'),
  name: z.string().trim().min(1).max(200).describe('Name people see. Sealed; may name people.'),
};
