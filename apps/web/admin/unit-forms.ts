import { SUCCESSION_NAMES, UNIT_TYPE_NAMES } from '../../../libs/contracts/state-names.js';
import {
  carryOutSuccession,
  defineUnit,
  planSuccession,
  takeBackSuccession,
} from '../../../libs/contracts/commands/organisation.contract.js';
import { SUCCESSION_KINDS, UNIT_TYPES } from '../../../libs/domain/campaign-plan/vocabulary.js';
import type { Bilingual } from '../../../libs/domain/campaign-plan/parts.js';
import type { CommandField } from '../shared/forms/command-form.js';
import { openCommandDialog } from '../shared/forms/open-dialog.js';
import { sayDone } from '../shared/ui/toast.js';
import type { Words } from '../shared/words/catalogue.js';
import { unitPath, type UnitDetail, type UnitListed } from './units-query.js';
import type { unitsWords } from './units.words.js';

export interface UnitFormsIn {
  readonly t: Words<(typeof unitsWords)['vi']>;
  readonly say: (text: Bilingual) => string;
  readonly units: readonly UnitListed[];
}

const choicesOf = ({ units, say }: UnitFormsIn, except?: string): NonNullable<CommandField['choices']> =>
  units.filter(({ id }) => id !== except).map(({ id, name }) => ({ value: id, label: `${say(name)} (${id})` }));

const kindsOf = (say: UnitFormsIn['say']): NonNullable<CommandField['choices']> =>
  SUCCESSION_KINDS.map((kind) => ({ value: kind, label: say(SUCCESSION_NAMES[kind]) }));

/** Carries a succession out by its document; the unit's open work follows by itself. */
export function succeedUnit(forms: UnitFormsIn, unit: UnitDetail): void {
  const { t, say } = forms;
  openCommandDialog(t.succeedOf(say(unit.name)), {
    href: unitPath(unit.id, '/succession'),
    schema: carryOutSuccession,
    omit: ['unitId'],
    fields: [
      { name: 'kind', label: t.kind, type: 'choice', required: true, choices: kindsOf(say) },
      { name: 'to', label: t.to, hint: t.toHint, type: 'choice', required: true, choices: choicesOf(forms, unit.id) },
      { name: 'others', label: t.others, type: 'many', choices: choicesOf(forms, unit.id) },
      { name: 'on', label: t.firstDay, hint: t.firstDayHint, type: 'day', required: true },
      { name: 'document.number', label: t.number, type: 'line', required: true },
      { name: 'document.date', label: t.date, type: 'day', required: true },
      { name: 'reason', label: t.reason, type: 'text' },
    ],
    label: t.succeed,
    isEnding: true,
    onDone: () => sayDone(t.succeeded),
  });
}

/** Takes back what was carried out by mistake; refused as soon as something stands on it. */
export function takeBack({ t, say }: UnitFormsIn, unit: UnitDetail): void {
  openCommandDialog(t.takeBackOf(say(unit.name)), {
    href: unitPath(unit.id, '/succession/withdrawal'),
    schema: takeBackSuccession,
    omit: ['unitId'],
    fields: [{ name: 'reason', label: t.takeBackReason, hint: t.takeBackHint, type: 'text', required: true }],
    label: t.takeBack,
    isEnding: true,
    onDone: () => sayDone(t.takenBack),
  });
}

/** Notes what is expected; nothing moves by it. */
export function planUnit(forms: UnitFormsIn, unit: UnitDetail): void {
  const { t, say } = forms;
  openCommandDialog(t.succeedOf(say(unit.name)), {
    href: unitPath(unit.id, '/successions'),
    schema: planSuccession,
    omit: ['unitId'],
    fields: [
      { name: 'kind', label: t.kind, type: 'choice', required: true, choices: kindsOf(say) },
      { name: 'to', label: t.to, type: 'choice', required: true, choices: choicesOf(forms, unit.id) },
      { name: 'on', label: t.firstDay, type: 'day', required: true },
      confidenceField(t),
    ],
    label: t.plan,
    onDone: () => sayDone(t.saved),
  });
}

/** Defines a unit, or changes one from a day on: its former names stay. */
export function defineOrChangeUnit(forms: UnitFormsIn, unit?: UnitDetail): void {
  const { t, say } = forms;
  openCommandDialog(unit === undefined ? t.define : say(unit.name), {
    href: (body) => unitPath(String(unit?.id ?? body['unitId'])),
    method: 'PUT',
    schema: defineUnit,
    inPath: ['unitId'],
    omit: unit === undefined ? [] : ['unitId'],
    fields: [
      ...(unit === undefined
        ? [{ name: 'unitId', label: t.id, hint: t.idHint, type: 'line', required: true } as const]
        : []),
      { name: 'name.vi', label: t.nameVi, type: 'line', required: true, initial: unit?.name.vi ?? '' },
      { name: 'name.en', label: t.nameEn, type: 'line', required: true, initial: unit?.name.en ?? '' },
      { name: 'shortName', label: t.shortName, type: 'line', initial: unit?.shortName ?? '' },
      {
        name: 'type',
        label: t.type,
        type: 'choice',
        required: true,
        initial: unit?.type ?? '',
        choices: UNIT_TYPES.map((type) => ({ value: type, label: say(UNIT_TYPE_NAMES[type]) })),
      },
      {
        name: 'parent',
        label: t.parent,
        type: 'choice',
        initial: unit?.parent ?? '',
        choices: choicesOf(forms, unit?.id),
      },
      { name: 'validFrom', label: t.validFrom, type: 'day', required: true, initial: unit?.validFrom ?? '' },
      { name: 'validTo', label: t.validTo, type: 'day', initial: unit?.validTo ?? '' },
      { ...confidenceField(t), initial: unit?.confidence ?? '' },
    ],
    ...(unit?.external === true ? { fixed: { external: true } } : {}),
    label: unit === undefined ? t.define : t.change,
    onDone: () => sayDone(t.saved),
  });
}

/** As the reference files write it: V is verified by a source, M is to be verified. */
const confidenceField = (t: UnitFormsIn['t']): CommandField => ({
  name: 'confidence',
  label: t.confidence,
  type: 'choice',
  required: true,
  choices: [
    { value: 'V', label: t.confirmed },
    { value: 'M', label: t.assumed },
  ],
});
