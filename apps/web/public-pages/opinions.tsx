import { List, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { SUBJECT_NAMES } from '../../../libs/contracts/state-names.js';
import type { Bilingual } from '../../../libs/domain/campaign-plan/parts.js';
import type { SubjectKind } from '../../../libs/domain/campaign-plan/vocabulary.js';
import { worldInAddress } from '../shared/api/client.js';
import { pagesOf } from '../shared/api/pages.js';
import { PagedList } from '../shared/ui/paged-list.js';
import { Panel } from '../shared/ui/panel.js';
import { Empty } from '../shared/ui/states.js';
import { common } from '../shared/words/common.words.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { publicWords } from './public.words.js';

interface Nominee {
  readonly nominationId: string;
  readonly subject: { readonly kind: SubjectKind; readonly name: string | null };
  readonly unit: Bilingual;
  readonly campaign: Bilingual;
  readonly award: Bilingual;
  readonly lastDay: string | null;
}

const opinionsAt = (): string =>
  worldInAddress() === null ? '/api/v1/public/opinions' : '/api/v1/decisions/under-opinion';

/** Nominees on whom the public is asked, with the day until which it may speak. */
export function Opinions() {
  const t = useWords(publicWords);
  const words = useWords(common);
  const say = useSay();
  const { day } = useFormats();
  const query = useInfiniteQuery({
    queryKey: ['under-opinion'],
    ...pagesOf<Nominee>(opinionsAt()),
  });
  return (
    <Panel title={t.opinions} hint={t.howTo}>
      <PagedList query={query} empty={<Empty title={t.noOpinions} hint={t.noOpinionsHint} />}>
        {(nominees) => (
          <List spacing="sm">
            {nominees.map(({ nominationId, subject, unit, campaign, award, lastDay }) => (
              <List.Item key={nominationId}>
                <Text fw={600}>{subject.name ?? words.erased}</Text>
                <Text size="sm">
                  {say(SUBJECT_NAMES[subject.kind])} · {say(award)} · {t.proposedBy(say(unit))}
                </Text>
                <Text size="sm" c="dimmed">
                  {say(campaign)}
                  {lastDay !== null && ` · ${t.until(day(lastDay))}`}
                </Text>
              </List.Item>
            ))}
          </List>
        )}
      </PagedList>
    </Panel>
  );
}
