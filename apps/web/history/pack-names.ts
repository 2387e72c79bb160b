import { useQuery } from '@tanstack/react-query';
import type { Bilingual } from '../../../libs/domain/campaign-plan/parts.js';
import { request } from '../shared/api/client.js';
import { useSay } from '../shared/words/language.js';

interface PacksShown {
  readonly packs: readonly { readonly id: string; readonly name: Bilingual }[];
}

/** What regimes of rules are called; undefined for one this world does not know, or until the names are there. */
export function usePackName(): (pack: string) => string | undefined {
  const say = useSay();
  const { data } = useQuery({
    queryKey: ['rule-packs'],
    queryFn: ({ signal }) => request<PacksShown>('/api/v1/rules/packs', { signal }),
    retry: false,
    meta: { follows: { kinds: ['rule-pack'] } },
  });
  return (pack) => {
    const name = data?.packs.find(({ id }) => id === pack)?.name;
    return name === undefined ? undefined : say(name);
  };
}
