import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isLocalDate } from '../../../libs/domain/calendar/local-date.js';
import type { CommandName, Commands } from '../../../libs/domain/commands.js';
import { createHash } from 'node:crypto';
import { ulid } from 'ulid';
import { whatChanged } from '../history/what-changed.js';
import { badInput } from './input.pipe.js';
import { Refused, refused } from './problem.js';
import { SignedIn } from './signed-in.js';
import type { World } from '../../../libs/ledger/worlds.js';

declare module 'fastify' {
  interface FastifyRequest {
    signedIn?: SignedIn;
  }
}

/** What a command that was accepted answers. */
export interface Accepted {
  readonly result: Readonly<Record<string, unknown>>;
  readonly streams: readonly { readonly kind: string; readonly id: string; readonly version: number }[];
}

/** One person's wish to do something, with what the request says about it beside its body. */
export class Act {
  constructor(
    readonly by: SignedIn,
    private readonly reply: FastifyReply,
    private readonly requestId: string,
    private readonly key: string | undefined,
    private readonly documentDate: string | undefined,
  ) {}

  /** The same act in another world: one made there by somebody who stands outside it. */
  in(world: World): Act {
    const by = new SignedIn(world, this.by.personId, this.by.session, this.by.simulated);
    return new Act(by, this.reply, this.requestId, this.key, this.documentDate);
  }

  /** Has the ledger judge the command; throws its refusal. */
  async execute<N extends CommandName>(name: N, input: Commands[N]): Promise<Accepted> {
    const outcome = await this.by.world.ledger.execute({
      actor: { kind: 'person', id: this.by.personId },
      name,
      input,
      requestId: this.requestId,
      ...(this.key === undefined ? {} : { key: this.key }),
      ...(this.documentDate === undefined ? {} : { documentDate: this.documentDate }),
    });
    if (!outcome.ok) {
      const changed = await whatChanged(this.by.world, outcome.refusal, input);
      throw new Refused(outcome.refusal, changed === undefined ? {} : { changed });
    }
    if (outcome.receipt.replayed) this.reply.header('idempotency-replayed', 'true');
    return { result: outcome.receipt.result, streams: outcome.receipt.streams };
  }

  /** An id for something new. Under one idempotency key it is always the same, so that a repeated request is the same request. */
  newId(command: CommandName): string {
    if (this.key === undefined) return ulid().toLowerCase();
    return createHash('sha256').update(`${this.by.personId}\n${command}\n${this.key}`).digest('hex').slice(0, 26);
  }
}

const KEY = /^[\x21-\x7e]{8,200}$/;

/** The person a guarded route is used by. */
export function signedInOf(request: FastifyRequest): SignedIn {
  if (request.signedIn === undefined) throw refused('SIGN_IN_REQUIRED');
  return request.signedIn;
}

function headerOf(request: FastifyRequest, name: string, accepts: (text: string) => boolean): string | undefined {
  const given = request.headers[name];
  if (given === undefined) return undefined;
  if (typeof given !== 'string' || !accepts(given)) {
    throw badInput([{ message: `header ${name}`, path: [name], code: 'invalid_format' }]);
  }
  return given;
}

const actOf = (_: unknown, context: ExecutionContext): Act => {
  const http = context.switchToHttp();
  const request = http.getRequest<FastifyRequest>();
  return new Act(
    signedInOf(request),
    http.getResponse<FastifyReply>(),
    request.id,
    headerOf(request, 'idempotency-key', (text) => KEY.test(text)),
    headerOf(request, 'x-document-date', isLocalDate),
  );
};

/** The act a route passes on to the ledger. */
export const Acting = createParamDecorator(actOf);

/** The person who asks. */
export const By = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn =>
  signedInOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

/** The language the reader prefers. */
export const AcceptLanguage = createParamDecorator((_: unknown, context: ExecutionContext): string | undefined => {
  const given = context.switchToHttp().getRequest<FastifyRequest>().headers['accept-language'];
  return typeof given === 'string' ? given : undefined;
});
