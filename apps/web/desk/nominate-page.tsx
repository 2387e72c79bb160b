import { Button, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { draftNomination } from '../../../libs/contracts/commands/nomination.contract.js';
import { SUBJECT_NAMES } from '../../../libs/contracts/state-names.js';
import { campaignQuery, occurrenceName, type RoundShown } from '../campaign/campaign-query.js';
import { useAct, wish } from '../shared/api/act.js';
import type { NamedUnit, Page } from '../shared/api/answers.js';
import { newKey, request } from '../shared/api/client.js';
import { useContractForm } from '../shared/forms/contract-form.js';
import { LinkAnchor } from '../shared/ui/link-button.js';
import { PageBody } from '../shared/ui/page-body.js';
import type { Bilingual } from '../../../libs/domain/campaign-plan/parts.js';
import { PageTitle } from '../shared/ui/page-title.js';
import { ProblemAlert } from '../shared/ui/problem-alert.js';
import { QueryState } from '../shared/ui/query-state.js';
import { Empty } from '../shared/ui/states.js';
import { sayDone } from '../shared/ui/toast.js';
import { useSay, useWords } from '../shared/words/language.js';
import { deskWords } from './desk.words.js';
import { useDeskUnits } from './desk-query.js';
import { formsWords } from './forms.words.js';
import { nominateRoute } from './route.js';

type OpenRound = RoundShown & { readonly text: Bilingual; readonly campaign: NamedUnit };

/** A unit drafts a nomination in a round that is open; papers, check and submission follow on the dossier's own page. */
export function NominatePage() {
  const t = useWords(formsWords);
  const desk = useWords(deskWords);
  const { unit: asked } = nominateRoute.useSearch();
  const { unit } = useDeskUnits(asked);
  const rounds = useQuery({
    queryKey: ['rounds', 'open'],
    queryFn: ({ signal }) => request<Page<OpenRound>>('/api/v1/rounds?status=open&limit=200', { signal }),
    meta: { follows: { kinds: ['round'] } },
  });
  return (
    <PageBody maw={800}>
      <LinkAnchor to="/desk" search={unit === undefined ? {} : { unit: unit.id }} size="sm">
        {t.back}
      </LinkAnchor>
      <PageTitle text={t.nominateTitle} />
      {unit === undefined ? (
        <Empty title={desk.noUnit} hint={desk.noUnitHint} />
      ) : (
        <QueryState query={rounds}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty title={t.noRound} hint={t.noRoundHint} />
            ) : (
              <NominateForm rounds={items} unit={unit.id} />
            )
          }
        </QueryState>
      )}
    </PageBody>
  );
}

function NominateForm({ rounds, unit }: { readonly rounds: readonly OpenRound[]; readonly unit: string }) {
  const t = useWords(formsWords);
  const say = useSay();
  const navigate = useNavigate();
  // Ids stay those of this form: pressing twice makes one dossier.
  const [ids] = useState(() => ({ nomination: `nomination-${newKey()}`, subject: `subject-${newKey()}` }));
  const act = useAct({
    onDone: () => {
      sayDone(t.drafted);
      void navigate({ to: '/nominations/$nominationId', params: { nominationId: ids.nomination } });
    },
  });
  const form = useContractForm({
    schema: draftNomination,
    initialValues: { roundId: rounds[0]?.id ?? '', awardCode: '', kind: '', name: '', achievement: '' },
    toBody: ({ roundId, awardCode, kind, name, achievement }) => ({
      nominationId: ids.nomination,
      campaignId: rounds.find(({ id }) => id === roundId)?.campaign.id ?? '',
      roundId,
      awardCode,
      unitId: unit,
      subject: { kind, id: ids.subject, name },
      achievement,
      documents: [],
    }),
    required: ['roundId', 'awardCode', 'kind', 'name', 'achievement'],
    error: act.error,
  });
  const round = rounds.find(({ id }) => id === form.values.roundId);
  const campaign = useQuery({ ...campaignQuery(round?.campaign.id ?? ''), enabled: round !== undefined });
  const written = campaign.data?.file.rounds.find(({ key }) => key === round?.key);
  const awards = written?.awards ?? [];
  const kinds = awards.find(({ award }) => award === form.values.awardCode)?.subjectKinds ?? [];
  const submit = form.onSubmit(({ roundId, awardCode, kind, name, achievement }) => {
    if (round === undefined) return;
    const subject = { kind, id: ids.subject, name };
    const about = { campaignId: round.campaign.id, roundId, awardCode, unitId: unit };
    act.mutate(
      wish('/api/v1/nominations', { nominationId: ids.nomination, ...about, subject, achievement, documents: [] }),
    );
  });
  return (
    <form onSubmit={submit} noValidate aria-label={t.nominateTitle}>
      <Stack gap="sm">
        <Select
          label={t.round}
          withAsterisk
          data={rounds.map(({ id, text, campaign: of, occurrence }) => ({
            value: id,
            label: [[say(text), occurrenceName(occurrence)].filter((part) => part !== '').join(' '), say(of.name)].join(
              ' · ',
            ),
          }))}
          {...form.getInputProps('roundId')}
        />
        <Select
          label={t.award}
          withAsterisk
          data={awards.map(({ award, name }) => ({ value: award, label: say(name) }))}
          {...form.getInputProps('awardCode')}
        />
        <Select
          label={t.subjectKind}
          withAsterisk
          data={kinds.map((kind) => ({ value: kind, label: say(SUBJECT_NAMES[kind]) }))}
          {...form.getInputProps('kind')}
        />
        <TextInput label={t.subjectName} withAsterisk {...form.getInputProps('name')} />
        <Textarea
          label={t.achievement}
          description={t.achievementHint}
          withAsterisk
          autosize
          minRows={4}
          maxRows={16}
          {...form.getInputProps('achievement')}
        />
        {act.isError && <ProblemAlert error={act.error} />}
        <Group>
          <Button type="submit" loading={act.isPending}>
            {t.draft}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
