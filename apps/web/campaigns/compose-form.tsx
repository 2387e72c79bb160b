import { Button, Checkbox, Group, MultiSelect, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState, type FormEvent } from 'react';
import { SUBJECT_NAMES, UNIT_TYPE_NAMES } from '../../../libs/contracts/state-names.js';
import { composeCampaign } from '../../../libs/domain/campaign-plan/compose.js';
import { CAMPAIGN_ROLES, type SubjectKind } from '../../../libs/domain/campaign-plan/vocabulary.js';
import { campaignQuery } from '../campaign/campaign-query.js';
import { useDraft, type Draft } from '../shared/forms/use-draft.js';
import { useMay, useToday } from '../shared/session/me.js';
import { Panel } from '../shared/ui/panel.js';
import { ProblemAlert } from '../shared/ui/problem-alert.js';
import { Loading } from '../shared/ui/states.js';
import { common } from '../shared/words/common.words.js';
import { useSay, useWords } from '../shared/words/language.js';
import { campaignsQuery, judge } from './campaigns-query.js';
import { composeWords } from './compose.words.js';
import { awardsQuery, unitsQuery } from './compose-query.js';
import { formOf, lacking, starting, type Filled } from './composed.js';
import { JudgedView } from './judged-view.js';
import { Rows } from './compose-rows.js';

const DayField = lazy(() => import('../shared/forms/day-field.js'));

/** A campaign without writing its file: what the document says is filled in, the rest is computed from it. */
export default function ComposeForm() {
  const draft = useDraft<Filled>('composeCampaign:new');
  return draft.before === undefined ? <Loading /> : <Compose draft={draft} />;
}

function Compose({ draft }: { readonly draft: Draft<Filled> }) {
  const t = useWords(composeWords);
  const words = useWords(common);
  const say = useSay();
  const may = useMay();
  const today = useToday();
  const units = useQuery(unitsQuery);
  const awards = useQuery(awardsQuery);
  const campaigns = useQuery(campaignsQuery);
  // The parts of a campaign that runs already are mostly played by the same units.
  const known = campaigns.data?.items[0]?.id;
  const { data: model } = useQuery({ ...campaignQuery(known ?? ''), enabled: known !== undefined });
  const [filled, setFilled] = useState<Filled>(() => draft.before ?? starting(today));
  const [missing, setMissing] = useState<readonly string[]>([]);
  const { save } = draft;
  const judging = useMutation({ mutationFn: judge });
  const change = (more: Partial<Filled>): void => {
    const next = { ...filled, ...more };
    setFilled(next);
    save(next);
  };
  useEffect(() => {
    if (model === undefined) return;
    const usual = Object.fromEntries(CAMPAIGN_ROLES.map((role) => [role, model.file.roles[role].unit]));
    setFilled((now) => ({ ...now, roles: { ...usual, ...now.roles } }));
  }, [model]);

  const items = units.data?.items ?? [];
  const unitChoices = items.map(({ id, name }) => ({ value: id, label: say(name) }));
  const types = [...new Set(items.map(({ type }) => type))];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const lacks = lacking(filled);
    setMissing(lacks);
    if (lacks.length > 0) return;
    const issuer = items.find(({ id }) => id === filled.roles['issuer'])?.name.vi ?? '';
    judging.mutate(JSON.stringify(composeCampaign(formOf(filled, issuer, awards.data?.items ?? [])), null, 1));
  };
  const error = (name: string) => (missing.includes(name) ? { error: words.required } : {});
  const text = (name: 'name' | 'nameEn' | 'symbol', label: string, isNeeded: boolean) => (
    <TextInput
      label={label}
      withAsterisk={isNeeded}
      value={filled[name]}
      onChange={({ currentTarget }) => change({ [name]: currentTarget.value })}
      {...error(name)}
    />
  );
  const day = (name: 'from' | 'to' | 'date' | 'registration', label: string, isNeeded: boolean) => (
    <Suspense fallback={<TextInput disabled label={label} />}>
      <DayField
        label={label}
        withAsterisk={isNeeded}
        today={today}
        value={filled[name]}
        onChange={(value) => change({ [name]: value })}
        {...error(name)}
      />
    </Suspense>
  );
  const lines = (name: 'objectives' | 'contents' | 'criteria', label: string) => (
    <Textarea
      label={label}
      description={t.oneALine}
      autosize
      minRows={2}
      maxRows={12}
      value={filled[name]}
      onChange={({ currentTarget }) => change({ [name]: currentTarget.value })}
      withAsterisk={name === 'criteria'}
      {...error(name)}
    />
  );
  const placeOf = ([part, place]: readonly (string | number)[]): string | undefined => {
    const i = typeof place === 'number' ? place + 1 : 1;
    const places: Readonly<Record<string, string>> = {
      id: t.name,
      name: t.name,
      period: t.from,
      documents: t.symbol,
      scope: t.scope,
      objectives: t.objectives,
      contents: t.contents,
      criteria: t.criteria,
      phases: t.phase(i),
      obligations: t.duty(i),
      reviews: t.review(i),
      rounds: t.round(i),
      registration: t.registration,
      roles: t.parts,
    };
    return places[String(part)];
  };
  return (
    <Stack gap="md">
      <form onSubmit={submit} noValidate aria-label={t.title}>
        <Stack gap="md">
          <Panel title={t.what} hint={t.hint}>
            {text('name', t.name, true)}
            {text('nameEn', t.nameEn, false)}
            <SimpleGrid cols={{ base: 1, sm: 3 }}>
              <Select
                label={t.kind}
                data={[
                  { value: 'thematic', label: t.thematic },
                  { value: 'regular', label: t.regular },
                ]}
                allowDeselect={false}
                value={filled.kind}
                onChange={(kind) => change({ kind: kind === 'regular' ? 'regular' : 'thematic' })}
              />
              {day('from', t.from, true)}
              {day('to', t.to, true)}
            </SimpleGrid>
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              {text('symbol', t.symbol, true)}
              {day('date', t.date, true)}
            </SimpleGrid>
          </Panel>
          <Panel title={t.parts} hint={t.partsHint}>
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              {CAMPAIGN_ROLES.map((role) => (
                <Select
                  key={role}
                  label={t[role]}
                  withAsterisk
                  searchable
                  data={
                    role === 'issuer' ? unitChoices.filter(({ value }) => may('campaign.draft', value)) : unitChoices
                  }
                  value={filled.roles[role] ?? null}
                  onChange={(unit) => change({ roles: { ...filled.roles, [role]: unit ?? '' } })}
                  {...error(role)}
                />
              ))}
            </SimpleGrid>
          </Panel>
          <Panel title={t.scope}>
            <MultiSelect
              label={t.unitTypes}
              withAsterisk
              data={types.map((type) => ({ value: type, label: say(UNIT_TYPE_NAMES[type]) }))}
              value={[...filled.unitTypes]}
              onChange={(unitTypes) => change({ unitTypes })}
              {...error('unitTypes')}
            />
            <MultiSelect
              label={t.subjectKinds}
              withAsterisk
              data={Object.entries(SUBJECT_NAMES).map(([value, name]) => ({ value, label: say(name) }))}
              value={[...filled.subjectKinds]}
              onChange={(subjectKinds) => change({ subjectKinds: subjectKinds as SubjectKind[] })}
              {...error('subjectKinds')}
            />
            {lines('objectives', t.objectives)}
            {lines('contents', t.contents)}
            {lines('criteria', t.criteria)}
          </Panel>
          <Rows filled={filled} change={change} awards={awards.data?.items ?? []} missing={missing} />
          <Panel title={t.registration}>
            <Checkbox
              label={t.withRegistration}
              checked={filled.registration !== ''}
              onChange={({ currentTarget }) =>
                change({ registration: currentTarget.checked ? filled.date || today : '' })
              }
            />
            {filled.registration !== '' && day('registration', t.registerBy, true)}
          </Panel>
          {judging.isError && <ProblemAlert error={judging.error} />}
          <Group>
            <Button type="submit" loading={judging.isPending || units.isPending || awards.isPending}>
              {t.show}
            </Button>
          </Group>
        </Stack>
      </form>
      {judging.data !== undefined && (
        <JudgedView judged={judging.data} onDrafted={() => draft.drop()} placeOf={placeOf} />
      )}
    </Stack>
  );
}
