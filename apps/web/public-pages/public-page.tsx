import { Box, Group, Image, List, Select, Text, TextInput } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { SUBJECT_NAMES } from '../../../libs/contracts/state-names.js';
import type { Bilingual } from '../../../libs/domain/campaign-plan/parts.js';
import type { SubjectKind } from '../../../libs/domain/campaign-plan/vocabulary.js';
import { foldText, mentions } from '../../../libs/domain/core/fold-text.js';
import { worldInAddress } from '../shared/api/client.js';
import { pagesOf } from '../shared/api/pages.js';
import { LanguageSwitch } from '../shared/ui/language-switch.js';
import { LinkAnchor, PartLink } from '../shared/ui/link-button.js';
import { PageBody } from '../shared/ui/page-body.js';
import { PageTitle } from '../shared/ui/page-title.js';
import { PagedList } from '../shared/ui/paged-list.js';
import { Panel } from '../shared/ui/panel.js';
import { SectionNav } from '../shared/ui/section-nav.js';
import { Empty } from '../shared/ui/states.js';
import { Banner } from '../shell/banners.js';
import { shellWords } from '../shell/shell.words.js';
import { common } from '../shared/words/common.words.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { Opinions } from './opinions.js';
import { publicWords } from './public.words.js';
import { publicRoute } from './route.js';

interface PublishedDecision {
  readonly number: string;
  readonly date: string;
  readonly issuer: Bilingual;
  readonly signerTitle: string | null;
  readonly proof: unknown;
  readonly recipients: readonly {
    readonly nominationId: string;
    readonly kind: SubjectKind;
    readonly name: string | null;
    readonly award: { readonly name: Bilingual };
  }[];
}

/** A rehearsal has no public: those who are in it see what the public would. */
const decisionsAt = (): string =>
  worldInAddress() === null ? '/api/v1/public/decisions' : '/api/v1/decisions/published';

/** What everyone may see, without signing in. */
export function PublicPage() {
  const t = useWords(publicWords);
  const words = useWords(common);
  const shell = useWords(shellWords);
  const { show } = publicRoute.useSearch();
  return (
    <>
      <Box
        component="header"
        className="vd-no-print"
        px="md"
        py="xs"
        style={{ borderBottom: '1px solid var(--vd-line)' }}
      >
        <Group justify="space-between" wrap="nowrap">
          <Group gap={8} wrap="nowrap">
            <Image src="/mark.svg" alt="" w={28} h={28} />
            <Text fw={700} fz="lg" style={{ whiteSpace: 'nowrap' }}>
              {words.product}
            </Text>
          </Group>
          <Group gap={4} wrap="nowrap">
            <LanguageSwitch />
            <LinkAnchor to="/sign-in" size="sm" fw={600} style={{ whiteSpace: 'nowrap' }}>
              {t.signIn}
            </LinkAnchor>
          </Group>
        </Group>
      </Box>
      {worldInAddress() !== null && (
        <Banner kind="rehearsal" icon={<IconFlask size={18} aria-hidden />}>
          {shell.rehearsal}
        </Banner>
      )}
      <PageBody component="main" maw={960}>
        <div>
          <PageTitle text={t.title} />
          <Text c="dimmed">{t.about}</Text>
        </div>
        <SectionNav label={t.parts}>
          {([undefined, 'opinions'] as const).map((part) => (
            <PartLink
              key={part ?? 'decisions'}
              to="/public"
              search={part === undefined ? {} : { show: part }}
              isShown={show === part}
            >
              {part === undefined ? t.decisions : t.opinions}
            </PartLink>
          ))}
        </SectionNav>
        {show === 'opinions' ? <Opinions /> : <Decisions />}
      </PageBody>
    </>
  );
}

const FIRST_YEAR = 2024;
const years = (): readonly number[] => {
  const last = new Date().getFullYear();
  return Array.from({ length: Math.max(1, last - FIRST_YEAR + 1) }, (_, i) => last - i);
};

function Decisions() {
  const t = useWords(publicWords);
  const navigate = useNavigate({ from: '/public' });
  const { year } = publicRoute.useSearch();
  const [sought, setSought] = useState('');
  const isMeant = ({ recipients }: PublishedDecision): boolean =>
    foldText(sought) === '' || recipients.some(({ name }) => name !== null && mentions([name], sought));
  const query = useInfiniteQuery({
    queryKey: ['published', year],
    ...pagesOf<PublishedDecision>(decisionsAt(), { year }),
  });
  return (
    <>
      <Group gap="sm" align="end" className="vd-no-print">
        <Select
          label={t.year}
          data={[
            { value: '', label: t.everyYear },
            ...years().map((one) => ({ value: String(one), label: String(one) })),
          ]}
          value={year === undefined ? '' : String(year)}
          allowDeselect={false}
          onChange={(chosen) =>
            void navigate({
              search: ({ year: _, ...rest }) =>
                chosen === null || chosen === '' ? rest : { ...rest, year: Number(chosen) },
            })
          }
        />
        <TextInput
          label={t.find}
          type="search"
          flex="1 1 200px"
          value={sought}
          onChange={({ currentTarget }) => setSought(currentTarget.value)}
        />
      </Group>
      <PagedList query={query} empty={<Empty title={t.noDecisions} hint={t.noDecisionsHint} />}>
        {(all) => {
          const shown = all.filter(isMeant);
          if (shown.length === 0) return <Empty title={t.notFound} />;
          return shown.map((decision) => (
            <Decision key={`${decision.number}/${decision.date}/${decision.issuer.vi}`} decision={decision} />
          ));
        }}
      </PagedList>
    </>
  );
}

function Decision({ decision }: { readonly decision: PublishedDecision }) {
  const t = useWords(publicWords);
  const words = useWords(common);
  const say = useSay();
  const { day } = useFormats();
  const { number, date, issuer, signerTitle, recipients, proof } = decision;
  return (
    <Panel title={t.decision(number, day(date))} hint={say(issuer)}>
      <List spacing={4}>
        {recipients.map(({ nominationId, name, kind, award }) => (
          <List.Item key={nominationId}>
            {name ?? words.erased}{' '}
            <Text span size="sm" c="dimmed">
              {say(SUBJECT_NAMES[kind])} · {say(award.name)}
            </Text>
          </List.Item>
        ))}
      </List>
      <Text size="sm" c="dimmed">
        {[...(signerTitle === null ? [] : [t.signer(signerTitle)]), ...(proof === null ? [] : [t.proven])].join(' · ')}
      </Text>
    </Panel>
  );
}
