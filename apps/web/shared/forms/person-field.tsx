import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ROLE_NAMES } from '../../../../libs/contracts/state-names.js';
import type { Role } from '../../../../libs/domain/access/actor.js';
import { foldText, mentions } from '../../../../libs/domain/core/fold-text.js';
import type { Page } from '../api/answers.js';
import { address, request } from '../api/client.js';
import { common } from '../words/common.words.js';
import { useSay, useWords } from '../words/language.js';

interface PersonShown {
  readonly id: string;
  readonly name: string | null;
  readonly holdings: readonly { readonly unitId: string; readonly role: Role; readonly title: string }[];
}

interface Props {
  readonly label: string;
  readonly description?: string;
  readonly unit: string | undefined;
  /** Only those who hold this role there. */
  readonly role?: Role;
  /** Left out of the list, as oneself is where work is handed on. */
  readonly except?: string | undefined;
  readonly value: string;
  readonly onChange: (personId: string) => void;
  readonly error?: ReactNode;
}

/** Somebody of a unit. Found by any part of the name, with or without diacritics. */
export function PersonField({ unit, role, except, value, onChange, ...rest }: Props) {
  const t = useWords(common);
  const say = useSay();
  const { data } = useQuery({
    queryKey: ['persons', unit, role],
    queryFn: ({ signal }) =>
      request<Page<PersonShown>>(address('/api/v1/persons', { unit, role, limit: 200 }), { signal }),
    enabled: unit !== undefined,
    meta: { follows: { kinds: ['person'] } },
  });
  const people = (data?.items ?? []).filter(({ id }) => id !== except);
  return (
    <Select
      {...rest}
      withAsterisk
      searchable
      openOnFocus={false}
      data-autofocus
      nothingFoundMessage={t.nobodyFound}
      value={value === '' ? null : value}
      onChange={(chosen) => onChange(chosen ?? '')}
      filter={({ options, search }) =>
        foldText(search) === '' ? options : options.filter((one) => 'label' in one && mentions([one.label], search))
      }
      data={people.map(({ id, name, holdings }) => {
        const roles = [...new Set(holdings.map((held) => say(ROLE_NAMES[held.role])))].join(', ');
        return { value: id, label: roles === '' ? (name ?? t.unknownPerson) : `${name ?? t.unknownPerson} (${roles})` };
      })}
    />
  );
}
