import type { z } from 'zod';
import type { CommandName, Commands } from '../../domain/commands.js';
import type { Same } from '../same-shape.js';
import * as activity from './activity.contract.js';
import * as award from './award.contract.js';
import * as record from './award-record.contract.js';
import * as campaign from './campaign.contract.js';
import * as commitment from './commitment.contract.js';
import * as nomination from './nomination.contract.js';
import * as obligation from './obligation.contract.js';
import * as organisation from './organisation.contract.js';
import * as rules from './rules.contract.js';

/** The form of every command as it comes from outside. That it makes sense is judged by the domain. */
export const COMMAND_SCHEMAS = {
  ...organisation,
  ...campaign,
  ...obligation,
  ...activity,
  ...award,
  ...record,
  ...nomination,
  ...commitment,
  ...rules,
} as const satisfies { readonly [K in CommandName]: z.ZodType<Commands[K]> };

/** A command whose schema and domain type differ, in a required or an optional field; there is none. */
type Differing = {
  [K in CommandName]: [Same<z.infer<(typeof COMMAND_SCHEMAS)[K]>, Commands[K]>] extends [never] ? K : never;
}[CommandName];

/** Compile-time proof that schemas and domain speak of the same commands, none missing and none too many. */
export const sameCommands: [Differing | Exclude<keyof typeof COMMAND_SCHEMAS, CommandName>] extends [never]
  ? true
  : never = true;
