import { useQuery } from '@tanstack/react-query';
import { MATTER_KINDS, type MatterKind } from '../../../libs/contracts/notice-page.js';
import { PastPanel } from '../history/past-panel.js';
import type { NamedUnit } from '../shared/api/answers.js';
import { LinkAnchor } from '../shared/ui/link-button.js';
import { PageBody } from '../shared/ui/page-body.js';
import { PageTitle } from '../shared/ui/page-title.js';
import { NotFound } from '../shared/ui/states.js';
import { useSay, useWords } from '../shared/words/language.js';
import { ActivityMatter } from './activity-matter.js';
import { DispatchMatter } from './dispatch-matter.js';
import { matterQuery, type Owned } from './matter-query.js';
import { mattersWords } from './matters.words.js';
import { ObligationMatter } from './obligation-matter.js';
import { ReportMatter } from './report-matter.js';
import { matterRoute } from './route.js';

const FOLDERS: Readonly<Record<MatterKind, string>> = {
  activity: 'activities',
  dispatch: 'dispatches',
  obligation: 'obligations',
  report: 'reports',
};
const KEEPS_HISTORY: readonly MatterKind[] = ['activity', 'dispatch', 'obligation'];

/** Something a notice tells of, looked at without a task: what it is, whose campaign it belongs to, what happened to it. */
export function MatterPage() {
  const { kind, id } = matterRoute.useParams();
  const known = MATTER_KINDS.find((one) => one === kind);
  return known === undefined ? <NotFound /> : <OfKind key={id} kind={known} id={id} />;
}

function OfKind({ kind, id }: { readonly kind: MatterKind; readonly id: string }) {
  const t = useWords(mattersWords);
  const say = useSay();
  const href = `/api/v1/${FOLDERS[kind]}/${encodeURIComponent(id)}`;
  const owned: Owned = { owner: { kind, id, href } };
  const { data } = useQuery(matterQuery<{ readonly campaign: NamedUnit; readonly unit?: NamedUnit }>(owned));
  const titles = { activity: t.activity, dispatch: t.dispatch, obligation: t.duty, report: t.report };
  const of = data?.unit === undefined ? '' : `, ${say(data.unit.name)}`;
  return (
    <PageBody maw={900}>
      {data !== undefined && (
        <LinkAnchor to="/campaigns/$campaignId" params={{ campaignId: data.campaign.id }} size="sm">
          {say(data.campaign.name)}
        </LinkAnchor>
      )}
      <PageTitle text={`${titles[kind]}${of}`} />
      <Looked kind={kind} task={owned} />
      {KEEPS_HISTORY.includes(kind) && <PastPanel title={t.history} href={`${href}/history`} id={id} />}
    </PageBody>
  );
}

/** Ended by a form here, a duty is told anew by itself: the page follows it. */
const stay = (): void => undefined;

function Looked({ kind, task }: { readonly kind: MatterKind; readonly task: Owned }) {
  switch (kind) {
    case 'activity':
      return <ActivityMatter task={task} />;
    case 'dispatch':
      return <DispatchMatter task={task} />;
    case 'obligation':
      return <ObligationMatter task={task} onEnded={stay} />;
    case 'report':
      return <ReportMatter task={task} />;
  }
}
