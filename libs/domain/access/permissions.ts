import type { Actor, Holding } from './actor.js';
import { AWARD_PERMISSIONS } from './permissions/award.permissions.js';
import { CAMPAIGN_PERMISSIONS } from './permissions/campaign.permissions.js';
import { HOUSE_PERMISSIONS } from './permissions/house.permissions.js';
import { READING_PERMISSIONS } from './permissions/reading.permissions.js';
import { UNIT_PERMISSIONS } from './permissions/unit.permissions.js';
import type { Permission, Permissions } from './permissions/permission.js';

/**
 * Every right in the product. What is not listed is denied. `docs/permissions.md` is generated from this table.
 * A command asks for its permission at one unit (or several, any of which will do).
 */
export const PERMISSIONS = {
  ...HOUSE_PERMISSIONS,
  ...CAMPAIGN_PERMISSIONS,
  ...UNIT_PERMISSIONS,
  ...AWARD_PERMISSIONS,
  ...READING_PERMISSIONS,
} satisfies Permissions;

export type PermissionName = keyof typeof PERMISSIONS;
export const permissionOf = (name: PermissionName): Permission => PERMISSIONS[name];

/** How the actor may do this: by a holding, as the engine, or as the operator of the machine. */
export type Grant = { readonly by: 'holding'; readonly holding: Holding } | { readonly by: 'engine' | 'operator' };

/**
 * The only place where a right is decided. `units` are the units at which the role may be held; an empty list means
 * that the permission is asked for without a unit (only `anywhere` permissions pass then).
 * Returns undefined when nothing grants it.
 */
export function permit(actor: Actor, name: PermissionName, units: readonly string[]): Grant | undefined {
  const permission: Permission = PERMISSIONS[name];
  if (actor.kind === 'engine') return permission.engine === true ? { by: 'engine' } : undefined;
  if (actor.kind === 'operator') return permission.operator === true ? { by: 'operator' } : undefined;
  const fits = (h: Holding): boolean =>
    permission.roles.includes(h.role) && (permission.at === 'anywhere' || units.includes(h.unitId));
  const own = actor.holdings.find((h) => h.onBehalfOf === undefined && fits(h));
  const holding = own ?? actor.holdings.find(fits);
  return holding === undefined ? undefined : { by: 'holding', holding };
}
