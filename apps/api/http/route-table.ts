import 'reflect-metadata';
import { RequestMethod, type Type } from '@nestjs/common';
import { HTTP_CODE_METADATA, METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { ModulesContainer } from '@nestjs/core';
import { z } from 'zod';
import { ACCESS, SUMMARY, type Access } from './rights.js';

/** One route as its decorators describe it: the source of the reference, of 405 and of the test that none is open. */
export interface Route {
  readonly method: string;
  readonly path: string;
  readonly folder: string;
  readonly name: string;
  readonly access: Access | undefined;
  readonly summary: string;
  readonly status: number;
  readonly body?: z.ZodType;
  readonly query?: z.ZodType;
  readonly params: Readonly<Record<string, z.ZodType>>;
}

interface RouteArgument {
  readonly data?: string;
  readonly schema?: unknown;
}

const metadata = (key: string, target: object, property?: string): unknown =>
  property === undefined ? Reflect.getMetadata(key, target) : Reflect.getMetadata(key, target, property);

const isSchema = (value: unknown): value is z.ZodType => value instanceof z.ZodType;

function argumentsOf(controller: Type, name: string): readonly { kind: number; argument: RouteArgument }[] {
  const found = metadata(ROUTE_ARGS_METADATA, controller, name);
  if (typeof found !== 'object' || found === null) return [];
  return Object.entries(found as Record<string, RouteArgument>).map(([key, argument]) => ({
    kind: Number(key.split(':')[0]),
    argument,
  }));
}

const join = (...parts: readonly string[]): string =>
  `/${parts
    .flatMap((part) => part.split('/'))
    .filter((part) => part !== '')
    .join('/')}`;

function routeOf(controller: Type, name: string, handler: object): Route | undefined {
  const path = metadata(PATH_METADATA, handler);
  if (typeof path !== 'string') return undefined;
  const base = metadata(PATH_METADATA, controller);
  const method = RequestMethod[Number(metadata(METHOD_METADATA, handler))] ?? 'GET';
  const given = argumentsOf(controller, name);
  const schemaOf = (kind: RouteParamtypes): z.ZodType | undefined =>
    given.flatMap((one) =>
      one.kind === (kind as number) && isSchema(one.argument.schema) ? [one.argument.schema] : [],
    )[0];
  const params = given.flatMap(({ kind, argument: { data, schema } }) =>
    kind === (RouteParamtypes.PARAM as number) && data !== undefined && isSchema(schema)
      ? [[data, schema] as const]
      : [],
  );
  const body = schemaOf(RouteParamtypes.BODY);
  const query = schemaOf(RouteParamtypes.QUERY);
  const access = metadata(ACCESS, handler) as Access | undefined;
  const summary = metadata(SUMMARY, handler);
  const status = metadata(HTTP_CODE_METADATA, handler);
  return {
    method,
    path: join(typeof base === 'string' ? base : '', path),
    folder: controller.name.replace(/Controller$/, ''),
    name,
    access,
    summary: typeof summary === 'string' ? summary : (body?.description ?? name),
    status: typeof status === 'number' ? status : method === 'POST' ? 201 : 200,
    ...(body === undefined ? {} : { body }),
    ...(query === undefined ? {} : { query }),
    params: Object.fromEntries(params),
  };
}

const matcher = (path: string): RegExp => new RegExp(`^${path.replace(/:[A-Za-z]+/g, '[^/]+')}/?$`);

export class RouteTable {
  private readonly matchers: readonly { readonly route: Route; readonly pattern: RegExp }[];

  constructor(readonly routes: readonly Route[]) {
    this.matchers = routes.map((route) => ({ route, pattern: matcher(route.path) }));
  }

  /** Reads every controller of the application. */
  static of(modules: ModulesContainer): RouteTable {
    const routes: Route[] = [];
    for (const module of modules.values()) {
      for (const { metatype } of module.controllers.values()) {
        if (metatype === null || typeof metatype !== 'function') continue;
        const prototype = metatype.prototype as Record<string, unknown>;
        for (const name of Object.getOwnPropertyNames(prototype)) {
          if (name === 'constructor') continue;
          const handler = prototype[name];
          const route = typeof handler === 'function' ? routeOf(metatype as Type, name, handler) : undefined;
          if (route !== undefined) routes.push(route);
        }
      }
    }
    return new RouteTable(routes.sort((a, b) => (a.path + a.method < b.path + b.method ? -1 : 1)));
  }

  /** The methods an address takes; empty for an address there is not. */
  methodsAt(path: string): readonly string[] {
    return [...new Set(this.matchers.filter(({ pattern }) => pattern.test(path)).map(({ route }) => route.method))];
  }
}
