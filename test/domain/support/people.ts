import type { Actor, Role } from '../../../libs/domain/access/actor.js';
import type { Bilingual } from '../../../libs/domain/campaign-plan/parts.js';
import type { UnitType } from '../../../libs/domain/campaign-plan/vocabulary.js';

/** The units of a small province; who holds what there stands below, and all persons are invented. */
export const UNITS = {
  province: 'ubnd-tinh',
  lead: 'so-nong-nghiep',
  homeAffairs: 'so-noi-vu',
  standing: 'ban-thi-dua',
  council: 'hoi-dong',
  a: 'don-vi-a',
  b: 'don-vi-b',
  leader: 'don-vi-truong-cum',
  gone: 'huyen-cu',
} as const;

export const TYPES: Readonly<Record<keyof typeof UNITS, UnitType>> = {
  province: 'province-people-committee',
  lead: 'province-department',
  homeAffairs: 'province-department',
  standing: 'province-board',
  council: 'emulation-council',
  a: 'province-department',
  b: 'province-department',
  leader: 'province-department',
  gone: 'district-people-committee',
};

export const ROLES_AT: Readonly<Record<keyof typeof UNITS, readonly Role[]>> = {
  province: ['head', 'officer', 'decider'],
  lead: ['head', 'officer'],
  homeAffairs: ['head', 'officer', 'appraiser'],
  standing: ['head', 'officer', 'secretary'],
  council: ['secretary', 'council-chair'],
  a: ['head', 'officer'],
  b: ['head', 'officer'],
  leader: ['head', 'officer'],
  gone: ['head', 'officer'],
};

export const personAt = (unit: keyof typeof UNITS, role: Role): string => `${UNITS[unit]}.${role}`;

export const who = (unit: keyof typeof UNITS, role: Role): Actor => ({
  id: personAt(unit, role),
  kind: 'person',
  holdings: [{ unitId: UNITS[unit], role }],
});

export const both = (text: string): Bilingual => ({ vi: text, en: text });

export const CAMPAIGN = 'phong-trao';
