import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { OFFICIAL, Worlds, type World } from '../../../libs/ledger/worlds.js';
import { notFound } from '../http/problem.js';

const NAME = /^[a-z][a-z0-9-]{0,59}$/;

/** Finds the world a request speaks of: by its header, or by its query where a browser cannot set one. */
@Injectable()
export class WorldDirectory {
  constructor(@Inject(Worlds) private readonly worlds: Worlds) {}

  official(): Promise<World> {
    return this.worlds.official();
  }

  of(request: FastifyRequest): Promise<World> {
    return this.byName(nameIn(request));
  }

  async byName(name: string): Promise<World> {
    if (name === OFFICIAL) return this.worlds.official();
    const world = NAME.test(name) ? await this.worlds.open(name) : undefined;
    if (world === undefined) throw notFound(name.slice(0, 60));
    return world;
  }
}

function nameIn(request: FastifyRequest): string {
  const header = request.headers['x-world'];
  if (typeof header === 'string' && header !== '') return header;
  const { query } = request;
  const asked = typeof query === 'object' && query !== null && 'world' in query ? query.world : undefined;
  return typeof asked === 'string' && asked !== '' ? asked : OFFICIAL;
}
