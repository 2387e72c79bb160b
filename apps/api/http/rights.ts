import { SetMetadata, applyDecorators, HttpCode } from '@nestjs/common';
import type { CommandName } from '../../../libs/domain/commands.js';
import type { PermissionName } from '../../../libs/domain/access/permissions.js';

/** Who may use a route. A route that says nothing is closed to everyone. */
export type Access =
  | { readonly kind: 'public' }
  /** Anyone signed in, because the route shows or changes only what is theirs. */
  | { readonly kind: 'own' }
  | { readonly kind: 'reads'; readonly permission: PermissionName }
  /** The ledger judges the command, rights included. */
  | { readonly kind: 'command'; readonly command: CommandName };

export const ACCESS = 'vinhdanh:access';
export const SUMMARY = 'vinhdanh:summary';

const access = (value: Access): MethodDecorator => SetMetadata(ACCESS, value);

/** Open to everyone, without a session. */
export const Public = (summary: string): MethodDecorator =>
  applyDecorators(access({ kind: 'public' }), SetMetadata(SUMMARY, summary));

/** For anyone signed in, about themselves. */
export const Own = (summary: string): MethodDecorator =>
  applyDecorators(access({ kind: 'own' }), SetMetadata(SUMMARY, summary));

/** For those whom the permission is granted anywhere; narrower questions are asked where the data is known. */
export const Reads = (permission: PermissionName, summary: string): MethodDecorator =>
  applyDecorators(access({ kind: 'reads', permission }), SetMetadata(SUMMARY, summary));

/** Issues a command; the answer is 200 unless it makes something new. */
export const Does = (command: CommandName, status: 200 | 201 = 200): MethodDecorator =>
  applyDecorators(access({ kind: 'command', command }), HttpCode(status));
