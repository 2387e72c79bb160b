import type { z } from 'zod';
import { COMMAND_SCHEMAS } from '../../../libs/contracts/commands/command-schemas.contract.js';
import { id } from '../../../libs/contracts/commands/command-parts.contract.js';
import type { CommandName, Commands } from '../../../libs/domain/commands.js';

type Field<N extends CommandName> = keyof Commands[N] & string;

/** A command as it is sent: without what stands in the address. */
export type BodyOf<N extends CommandName, K extends Field<N> = never> = Omit<Commands[N], K>;
/** A command whose id the server makes where the caller leaves it out. */
export type OwnIdBody<N extends CommandName, K extends Field<N>> = Omit<Commands[N], K> & {
  readonly [F in K]?: string | undefined;
};

/** The names of fields that are only known as data are not known to zod's types. */
const without = (schema: z.ZodObject, fields: readonly string[]): z.ZodObject =>
  schema.omit(Object.fromEntries(fields.map((field) => [field, true])) as never);

/** Fields that travel in the address are taken out of the body. */
export function bodyOf<N extends CommandName, K extends Field<N>>(name: N, ...inPath: K[]): z.ZodType<BodyOf<N, K>> {
  const schema: z.ZodObject = COMMAND_SCHEMAS[name];
  const rest = without(schema, inPath).describe(schema.description ?? name);
  // `omit` works on the shape, which the compile-time proof beside COMMAND_SCHEMAS ties to the command's type.
  return rest as unknown as z.ZodType<BodyOf<N, K>>;
}

/** A field the caller may leave out: the server makes it. */
export function withOwnId<N extends CommandName, K extends Field<N>>(name: N, field: K): z.ZodType<OwnIdBody<N, K>> {
  const schema: z.ZodObject = COMMAND_SCHEMAS[name];
  const open = without(schema, [field])
    .extend({ [field]: id.optional() })
    .describe(schema.description ?? name);
  return open as unknown as z.ZodType<OwnIdBody<N, K>>;
}

/** An id in an address. */
export const pathId = { schema: id };

/** A day in an address. */
export const pathDay = { schema: COMMAND_SCHEMAS.changeCalendarDay.shape.date };

/** A task's id in an address: `<kind>:<id>:<visit>`. */
export const pathTaskId = { schema: COMMAND_SCHEMAS.claimTask.shape.taskId };
