import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { Select } from '@mantine/core';
import { STATUS_NAMES } from '../../../libs/contracts/state-names.js';
import { campaignQuery, type CampaignShown } from '../campaign/campaign-query.js';
import { useAct, wish } from '../shared/api/act.js';
import type { KeptFile } from '../shared/api/upload.js';
import { FilesField } from '../shared/forms/files-field.js';
import { PersonField } from '../shared/forms/person-field.js';
import { useToday } from '../shared/session/me.js';
import { LinkAnchor } from '../shared/ui/link-button.js';
import { PageBody } from '../shared/ui/page-body.js';
import { PageTitle } from '../shared/ui/page-title.js';
import { Panel } from '../shared/ui/panel.js';
import { ProblemAlert } from '../shared/ui/problem-alert.js';
import { QueryState } from '../shared/ui/query-state.js';
import { Empty, Loading } from '../shared/ui/states.js';
import { sayDone } from '../shared/ui/toast.js';
import { common } from '../shared/words/common.words.js';
import { useFormats, useSay, useWords } from '../shared/words/language.js';
import { deskWords } from './desk.words.js';
import { registrationQuery, registrationsQuery, useDesks, type Desk, type RegistrationOpened } from './desk-query.js';
import { formsWords } from './forms.words.js';
import { PledgeEntries } from './pledge-entries.js';
import { bodyOfEntries, entriesFor, type Entry } from './pledge-entry.js';
import { pledgeRoute } from './route.js';

const DayField = lazy(() => import('../shared/forms/day-field.js'));

/** A unit registers for a campaign and says what it pledges; also again, after a return or for a new version. */
export function PledgePage() {
  const t = useWords(formsWords);
  const words = useWords(deskWords);
  const { campaignId } = pledgeRoute.useParams();
  const { unit: asked } = pledgeRoute.useSearch();
  const { desk: unit, isLooking } = useDesks(asked);
  const campaign = useQuery(campaignQuery(campaignId));
  return (
    <PageBody maw={900}>
      <LinkAnchor to="/desk" search={unit === undefined ? {} : { unit: unit.id }} size="sm">
        {t.back}
      </LinkAnchor>
      <PageTitle text={t.pledgeTitle} />
      {unit === undefined ? (
        isLooking ? (
          <Loading />
        ) : (
          <Empty title={words.noUnit} hint={words.noUnitHint} />
        )
      ) : (
        <QueryState query={campaign}>{(shown) => <OfUnit campaign={shown} unit={unit} />}</QueryState>
      )}
    </PageBody>
  );
}

function OfUnit({ campaign, unit }: { readonly campaign: CampaignShown; readonly unit: Desk }) {
  const desk = useWords(deskWords);
  const say = useSay();
  const list = useQuery(registrationsQuery(unit.id));
  const known = list.data?.items.find((one) => one.campaign.id === campaign.id);
  const before = useQuery({ ...registrationQuery(known?.id ?? ''), enabled: known !== undefined });
  if (list.data === undefined || (known !== undefined && before.data === undefined)) {
    return list.isError ? <ProblemAlert error={list.error} /> : <Loading />;
  }
  return (
    <>
      <Text fw={600}>{say(campaign.file.name)}</Text>
      {unit.by !== unit.id && <Text c="dimmed">{desk.actsFor(say(unit.name))}</Text>}
      {before.data !== undefined && <Stands registration={before.data} />}
      <PledgeForm key={before.data?.visit ?? 0} campaign={campaign} desk={unit} before={before.data} />
    </>
  );
}

function Stands({ registration: { status, number: version } }: { readonly registration: RegistrationOpened }) {
  const t = useWords(formsWords);
  const say = useSay();
  const { number } = useFormats();
  const name = STATUS_NAMES[status];
  return (
    <Alert variant="outline" color="blue">
      {t.pledgeStands(name === undefined ? status : say(name), number(version))}
    </Alert>
  );
}

interface FormProps {
  readonly campaign: CampaignShown;
  readonly desk: Desk;
  readonly before: RegistrationOpened | undefined;
}

function PledgeForm({ campaign, desk: { id: unit, by }, before }: FormProps) {
  const t = useWords(formsWords);
  const words = useWords(common);
  const navigate = useNavigate();
  const today = useToday();
  const asksSignature = campaign.file.registration?.signedPledge === true;
  const [head, setHead] = useState(before?.head.id ?? '');
  const [entries, setEntries] = useState<readonly Entry[]>(() => entriesFor(campaign.file, before?.pledges));
  const [kind, setKind] = useState<'paper' | 'digital'>('paper');
  const [on, setOn] = useState(today);
  const [files, setFiles] = useState<readonly KeptFile[]>([]);
  const [missing, setMissing] = useState<'head' | 'entries'>();
  const act = useAct({
    onDone: () => {
      sayDone(t.signed);
      void navigate({ to: '/desk', search: { unit } });
    },
  });
  const submit = (): void => {
    const pledges = bodyOfEntries(entries);
    const lacks = head === '' ? 'head' : pledges.length === 0 ? 'entries' : undefined;
    setMissing(lacks);
    if (lacks !== undefined) return;
    const copies = files.map(({ digest, name }) => ({ digest, name }));
    const signature = { kind, on, ...(copies.length === 0 ? {} : { files: copies }) };
    const body = {
      campaignId: campaign.id,
      unitId: unit,
      head,
      pledges,
      ...(asksSignature ? { signature } : {}),
      ...(before === undefined ? {} : { visit: before.visit }),
    };
    act.mutate(wish('/api/v1/registrations', body));
  };
  return (
    <form
      noValidate
      aria-label={t.pledgeTitle}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="md">
        <PersonField
          label={t.head}
          unit={by}
          role="head"
          value={head}
          onChange={setHead}
          error={missing === 'head' ? words.required : undefined}
        />
        <PledgeEntries entries={entries} onChange={setEntries} />
        {missing === 'entries' && (
          <Text role="alert" c="var(--mantine-color-error)">
            {t.nothingPledged}
          </Text>
        )}
        {asksSignature && (
          <Panel title={t.signature}>
            <Group align="end">
              <Select
                label={t.signatureKind}
                data={[
                  { value: 'paper', label: t.paper },
                  { value: 'digital', label: t.digital },
                ]}
                value={kind}
                allowDeselect={false}
                onChange={(chosen) => setKind(chosen === 'digital' ? 'digital' : 'paper')}
              />
              <Suspense fallback={<Loading />}>
                <DayField label={t.signedOn} value={on} onChange={setOn} today={today} />
              </Suspense>
            </Group>
            <FilesField about={t.signedCopy} files={files} onChange={setFiles} />
          </Panel>
        )}
        {act.isError && <ProblemAlert error={act.error} />}
        <Group>
          <Button type="submit" loading={act.isPending}>
            {before === undefined ? t.sign : t.signAgain}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
