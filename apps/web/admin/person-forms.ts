import {
  appointPerson,
  endAppointment,
  registerPerson,
} from '../../../libs/contracts/commands/organisation.contract.js';
import { ROLE_NAMES } from '../../../libs/contracts/state-names.js';
import { ROLES } from '../../../libs/domain/access/actor.js';
import { capital } from '../shared/words/format.js';
import { openCommandDialog } from '../shared/forms/open-dialog.js';
import { sayDone } from '../shared/ui/toast.js';
import type { Words } from '../shared/words/catalogue.js';
import { personPath, type PersonDetail, type PositionShown } from './people-query.js';
import type { peopleWords } from './people.words.js';
import type { UnitFormsIn } from './unit-forms.js';

type T = Words<(typeof peopleWords)['vi']>;
type Say = UnitFormsIn['say'];

/** Registers somebody without a position yet; those are given one by one, each with its days. */
export const registerSomebody = (t: T): void =>
  openCommandDialog(t.register, {
    href: (body) => personPath(String(body['personId'])),
    method: 'PUT',
    schema: registerPerson,
    inPath: ['personId'],
    fixed: { invented: false, positions: [] },
    fields: [
      { name: 'personId', label: t.id, hint: t.idHint, type: 'line', required: true },
      { name: 'name', label: t.name, type: 'line', required: true },
      { name: 'username', label: t.username, type: 'line', required: true },
      { name: 'email', label: t.email, type: 'line', required: true },
    ],
    label: t.register,
    onDone: () => sayDone(t.saved),
  });

export const appointSomebody = (t: T, say: Say, units: UnitFormsIn['units'], person: PersonDetail): void =>
  openCommandDialog(t.appointOf(person.name ?? person.id), {
    href: personPath(person.id, '/positions'),
    schema: appointPerson,
    omit: ['personId'],
    fields: [
      {
        name: 'unitId',
        label: t.unit,
        type: 'choice',
        required: true,
        choices: units.map(({ id, name }) => ({ value: id, label: `${say(name)} (${id})` })),
      },
      {
        name: 'role',
        label: t.role,
        type: 'choice',
        required: true,
        choices: ROLES.map((role) => ({ value: role, label: capital(say(ROLE_NAMES[role])) })),
      },
      { name: 'title', label: t.jobTitle, hint: t.jobTitleHint, type: 'line', sentEmpty: true },
      { name: 'from', label: t.start, type: 'day', required: true },
      { name: 'to', label: t.last, hint: t.lastHint, type: 'day' },
    ],
    label: t.appoint,
    onDone: () => sayDone(t.saved),
  });

export const endPosition = (t: T, personId: string, position: PositionShown, called: string): void =>
  openCommandDialog(t.endOf(called), {
    href: personPath(personId, '/position-ends'),
    schema: endAppointment,
    omit: ['personId'],
    fixed: { key: position.key },
    fields: [{ name: 'to', label: t.last, type: 'day', required: true }],
    label: t.end,
    isEnding: true,
    onDone: () => sayDone(t.saved),
  });
