import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ROLE_NAMES } from '../../../libs/contracts/state-names.js';
import { foldText, mentions } from '../../../libs/domain/core/fold-text.js';
import type { Role } from '../../../libs/domain/access/actor.js';
import type { Page, TaskShown } from '../shared/api/answers.js';
import { address, request } from '../shared/api/client.js';
import { useMe } from '../shared/session/me.js';
import { common } from '../shared/words/common.words.js';
import { useSay, useWords } from '../shared/words/language.js';
import { deedWords } from './deeds.words.js';

interface PersonShown {
  readonly id: string;
  readonly name: string | null;
  readonly holdings: readonly { readonly unitId: string; readonly role: Role; readonly title: string }[];
}

interface Props {
  readonly tasks: readonly TaskShown[];
  readonly value: string;
  readonly onChange: (personId: string) => void;
  readonly error: string | null;
}

/** A colleague: somebody of the unit the work waits at. Found by any part of the name, with or without diacritics. */
export function PersonField({ tasks, value, onChange, error }: Props) {
  const t = useWords(deedWords);
  const { unknownPerson } = useWords(common);
  const say = useSay();
  const me = useMe();
  const unit = unitOf(tasks) ?? me?.holdings[0]?.unit.id;
  const { data } = useQuery({
    queryKey: ['persons', unit],
    queryFn: ({ signal }) => request<Page<PersonShown>>(address('/api/v1/persons', { unit, limit: 200 }), { signal }),
    enabled: unit !== undefined,
    meta: { follows: { kinds: ['person'] } },
  });
  const people = (data?.items ?? []).filter(({ id }) => id !== me?.person.id);
  return (
    <Select
      label={t.person}
      description={t.personHint}
      withAsterisk
      searchable
      openOnFocus={false}
      data-autofocus
      nothingFoundMessage={t.nobody}
      value={value === '' ? null : value}
      onChange={(chosen) => onChange(chosen ?? '')}
      error={error}
      filter={({ options, search }) =>
        foldText(search) === '' ? options : options.filter((one) => 'label' in one && mentions([one.label], search))
      }
      data={people.map(({ id, name, holdings }) => {
        const roles = [...new Set(holdings.map(({ role }) => say(ROLE_NAMES[role])))].join(', ');
        return { value: id, label: roles === '' ? (name ?? unknownPerson) : `${name ?? unknownPerson} (${roles})` };
      })}
    />
  );
}

/** The unit at which they wait; undefined for work given by name. */
function unitOf(tasks: readonly TaskShown[]): string | undefined {
  const mine = tasks.find((task) => task.mine?.by === 'queue')?.mine;
  return mine?.by === 'queue' ? mine.unit.id : undefined;
}
