/** What a person may be at a unit. Permissions are granted to roles, never to persons. */
export const ROLES = [
  'head',
  'officer',
  'appraiser',
  'secretary',
  'decider',
  'council-chair',
  'council-member',
  'cluster-leader',
  'admin',
  'auditor',
  'press',
] as const;
export type Role = (typeof ROLES)[number];

/** A role at a unit, held now; `onBehalfOf` is the person who delegated it. */
export interface Holding {
  readonly unitId: string;
  readonly role: Role;
  readonly onBehalfOf?: string;
}

/** Who acts. The engine acts for time; an operator acts from the command line of the machine itself. */
export interface Actor {
  readonly id: string;
  readonly kind: 'person' | 'engine' | 'operator';
  readonly holdings: readonly Holding[];
}

export const ENGINE: Actor = { id: 'engine', kind: 'engine', holdings: [] };
export const OPERATOR: Actor = { id: 'operator', kind: 'operator', holdings: [] };

/** The name of a queue of work: whoever holds the role at the unit. */
export const queueOf = (unitId: string, role: Role): string => `${unitId}/${role}`;

const isRole = (text: string): text is Role => (ROLES as readonly string[]).includes(text);

/** The unit and role behind a queue name; undefined for a name that is none. */
export function parseQueue(queue: string): { unitId: string; role: Role } | undefined {
  const cut = queue.lastIndexOf('/');
  const role = queue.slice(cut + 1);
  return cut > 0 && isRole(role) ? { unitId: queue.slice(0, cut), role } : undefined;
}

/** The holding by which the actor serves this queue, own ones before delegated ones. */
export function holdingFor(actor: Actor, queue: string): Holding | undefined {
  const target = parseQueue(queue);
  if (target === undefined) return undefined;
  const fitting = actor.holdings.filter((h) => h.unitId === target.unitId && h.role === target.role);
  return fitting.find((h) => h.onBehalfOf === undefined) ?? fitting[0];
}
