import { Button, FileButton, Group, SegmentedControl, Textarea } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { PageBody } from '../shared/ui/page-body.js';
import { PageTitle } from '../shared/ui/page-title.js';
import { Panel } from '../shared/ui/panel.js';
import { ProblemAlert } from '../shared/ui/problem-alert.js';
import { QueryState } from '../shared/ui/query-state.js';
import { Loading } from '../shared/ui/states.js';
import { useSay, useWords } from '../shared/words/language.js';
import { judge, planQuery, type Judged } from './campaigns-query.js';
import { campaignsWords } from './campaigns.words.js';
import { composeWords } from './compose.words.js';
import { JudgedView } from './judged-view.js';
import { newCampaignRoute } from './route.js';

const ComposeForm = lazy(() => import('./compose-form.js'));

/** A plan becomes a campaign: read from a file or one that is ready; its calendar is shown before anything is recorded. */
export function NewCampaignPage() {
  const { plan } = newCampaignRoute.useSearch();
  return <PageBody>{plan === undefined ? <Own /> : <Shipped name={plan} />}</PageBody>;
}

function Shipped({ name }: { readonly name: string }) {
  const query = useQuery(planQuery(name));
  return (
    <QueryState query={query}>
      {(judged) => (
        <>
          <JudgedTitle judged={judged} />
          <JudgedView judged={judged} plan={name} />
        </>
      )}
    </QueryState>
  );
}

function JudgedTitle({ judged }: { readonly judged: Judged }) {
  const t = useWords(campaignsWords);
  const say = useSay();
  return <PageTitle text={judged.file === null ? t.newTitle : say(judged.file.name)} />;
}

/** A plan of one's own: filled into a form, or read from a file. */
function Own() {
  const t = useWords(campaignsWords);
  const ways = useWords(composeWords);
  const { by } = newCampaignRoute.useSearch();
  const navigate = useNavigate();
  return (
    <>
      <PageTitle text={t.newTitle} />
      <SegmentedControl
        aria-label={ways.way}
        value={by ?? 'file'}
        onChange={(way) =>
          void navigate({ to: '/campaigns/new', search: way === 'form' ? { by: 'form' } : {}, replace: true })
        }
        data={[
          { value: 'form', label: ways.byForm },
          { value: 'file', label: ways.byFile },
        ]}
      />
      {by === 'form' ? (
        <Suspense fallback={<Loading />}>
          <ComposeForm />
        </Suspense>
      ) : (
        <FromFile />
      )}
    </>
  );
}

function FromFile() {
  const t = useWords(campaignsWords);
  const [text, setText] = useState('');
  const judging = useMutation({ mutationFn: judge });
  const open = (file: File | null): void => {
    if (file === null) return;
    void file.text().then((content) => {
      setText(content);
      judging.mutate(content);
    });
  };
  return (
    <>
      <Panel title={t.file} hint={t.newHint}>
        <Group>
          <FileButton onChange={open} accept=".yaml,.yml,.json">
            {(props) => (
              <Button variant="default" {...props}>
                {t.choose}
              </Button>
            )}
          </FileButton>
        </Group>
        <Textarea
          label={t.text}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault();
            open(event.dataTransfer.files[0] ?? null);
          }}
          autosize
          minRows={6}
          maxRows={18}
          ff="monospace"
          spellCheck={false}
        />
        <Group>
          <Button onClick={() => judging.mutate(text)} disabled={text.trim() === ''} loading={judging.isPending}>
            {t.judge}
          </Button>
        </Group>
        {judging.isError && <ProblemAlert error={judging.error} />}
      </Panel>
      {judging.data !== undefined && <JudgedView judged={judging.data} />}
    </>
  );
}
