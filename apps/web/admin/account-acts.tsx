import { Button, Group } from '@mantine/core';
import { z } from 'zod';
import { administerAccount } from '../../../libs/contracts/commands/organisation.contract.js';
import type { Accepted } from '../shared/api/answers.js';
import { openCommandDialog } from '../shared/forms/open-dialog.js';
import { useMe } from '../shared/session/me.js';
import { sayDone } from '../shared/ui/toast.js';
import { useWords } from '../shared/words/language.js';
import type { AccountShown } from './accounts-part.js';
import { accountsWords } from './accounts.words.js';

/** A first password as it was answered, to be passed on once. */
export interface Told {
  readonly name: string;
  readonly password: string;
  readonly until: string;
}

interface Props {
  readonly account: AccountShown;
  readonly onPassword: (told: Told) => void;
}

type Deed = 'opening' | 'password-reset' | 'closing' | 'reopening' | 'sign-out';

const withoutReason = z.strictObject({});
const withPassword = (accepted: Accepted): accepted is Accepted & Omit<Told, 'name'> =>
  'password' in accepted && 'until' in accepted;

/** What can be done with an account as it stands; nobody locks themselves out. */
export function AccountActs({ account, onPassword }: Props) {
  const t = useWords(accountsWords);
  const me = useMe();
  const { person, has, closedAt, sessions } = account;
  const isSelf = me?.person.id === person.id;
  const name = person.name ?? account.username;
  const labels: Readonly<Record<Deed, string>> = {
    opening: t.openIt,
    'password-reset': t.reset,
    closing: t.close,
    reopening: t.reopen,
    'sign-out': t.signOut,
  };
  const deeds: readonly Deed[] = !has
    ? ['opening']
    : closedAt !== null
      ? ['reopening']
      : [
          ...(isSelf ? [] : (['password-reset'] as const)),
          ...(sessions > 0 ? (['sign-out'] as const) : []),
          ...(isSelf ? [] : (['closing'] as const)),
        ];
  const ask = (deed: Deed): void =>
    openCommandDialog(t.of(labels[deed], name), {
      href: `/api/v1/accounts/${encodeURIComponent(person.id)}/${deed}`,
      schema: deed === 'opening' ? withoutReason : administerAccount,
      omit: ['personId', 'deed'],
      fields: deed === 'opening' ? [] : [{ name: 'reason', label: t.reason, type: 'text', required: true }],
      label: labels[deed],
      isEnding: deed === 'closing',
      onDone: (accepted) => {
        sayDone(t.done);
        if (withPassword(accepted)) onPassword({ name, password: accepted.password, until: accepted.until });
      },
    });
  return (
    <Group gap={6}>
      {deeds.map((deed) => (
        <Button
          key={deed}
          size="compact-sm"
          variant={deed === 'closing' ? 'outline' : 'default'}
          {...(deed === 'closing' ? { color: 'red' } : {})}
          aria-label={t.of(labels[deed], name)}
          onClick={() => ask(deed)}
        >
          {labels[deed]}
        </Button>
      ))}
    </Group>
  );
}
