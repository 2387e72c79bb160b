import { ROLES } from '../../../libs/domain/access/actor.js';
import { PERMISSIONS, permissionOf, type PermissionName } from '../../../libs/domain/access/permissions.js';

const NAMES = Object.keys(PERMISSIONS).filter((name): name is PermissionName => name in PERMISSIONS);

const WHERE: Readonly<Record<ReturnType<typeof permissionOf>['at'], string>> = {
  issuer: 'the unit that issues the campaign',
  lead: 'the lead agency (or another unit the campaign names for it)',
  own: 'the unit it is about',
  'standing-body': 'the standing body of the council',
  decider: 'the unit that decides',
  queue: 'the unit the task waits at',
  concerned: 'any unit with a part in it',
  anywhere: 'any unit',
};

const INTRODUCTION = `# Who may do what

Made from \`libs/domain/access/permissions.ts\` by \`node scripts/permissions.mjs\`; not written by hand.

- A right is granted to a role held at a unit, never to a person. What is not listed is denied.
- A role may be delegated for a time (\`position.delegate\`); the history then names both.
- The ledger judges every command by this table. Reading is judged by \`work.read\`, \`dossier.read\` and \`history.read\` at the api.
- **Engine**: time may do it. **Operator**: the command line of the machine may do it.
`;

/** The page docs/permissions.md: every right with its roles, and the other way round. */
export function permissionsPage(): string {
  const rights = NAMES.map((name) => {
    const { roles, at, engine, operator, vi, en } = permissionOf(name);
    const others = [...(engine === true ? ['**Engine**'] : []), ...(operator === true ? ['**Operator**'] : [])];
    return `| \`${name}\` | ${vi} | ${en} | ${[...roles, ...others].join(', ') || '–'} | ${WHERE[at]} |`;
  });
  const roles = ROLES.map((role) => {
    const names = NAMES.filter((name) => permissionOf(name).roles.includes(role));
    return `| ${role} | ${names.map((name) => `\`${name}\``).join(', ') || '–'} |`;
  });
  return [
    INTRODUCTION,
    '| Right | Quyền | What | Held by | At |',
    '|---|---|---|---|---|',
    ...rights,
    '',
    '## By role',
    '',
    '| Role | Rights |',
    '|---|---|',
    ...roles,
    '',
  ].join('\n');
}
