import { isLocalDate } from '../calendar/local-date.js';
import type { OrganisationUnit } from '../campaign-plan/organisation.js';
import type { UnitState } from './unit.stream.js';

/** A unit of a world as plans speak of units; none for one whose days cannot be read. */
export function organisationUnits(
  id: string,
  { type, name, parent, external, validFrom, validTo }: UnitState,
): readonly OrganisationUnit[] {
  if (!isLocalDate(validFrom)) return [];
  return [
    {
      id,
      type,
      name,
      validFrom,
      confidence: 'V',
      ...(parent === undefined ? {} : { parent }),
      ...(validTo !== undefined && isLocalDate(validTo) ? { validTo } : {}),
      ...(external === undefined ? {} : { external }),
    },
  ];
}
