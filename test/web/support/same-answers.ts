import type { AwardImportController } from '../../../apps/api/award-history/award-import.controller.js';
import type { AccountController } from '../../../apps/api/account/account.controller.js';
import type { PermissionController } from '../../../apps/api/account/permission.controller.js';
import type { Changed as ChangedSent } from '../../../apps/api/changes/change-feeds.js';
import type { HistoryController } from '../../../apps/api/history/history.controller.js';
import type { Accepted as AcceptedSent } from '../../../apps/api/http/act.js';
import type { InboxController } from '../../../apps/api/inbox/inbox.controller.js';
import type { EligibilityController } from '../../../apps/api/nomination/eligibility.controller.js';
import type { NominationPapersController } from '../../../apps/api/nomination/nomination-papers.controller.js';
import type { NominationReadsController } from '../../../apps/api/nomination/nomination-reads.controller.js';
import type { ImportDone, ImportPreview } from '../../../apps/web/award-import/import-answers.js';
import type * as shown from '../../../apps/web/shared/api/answers.js';

/** What a method of a controller answers. */
type Answer<C, M extends keyof C> = C[M] extends (...given: never[]) => infer R ? Awaited<R> : never;

/** `true` where every answer of the api is one the pages understand; else what is sent, which then does not fit `true`. */
type Understood<Sent, Shown> = [Sent] extends [Shown] ? true : Sent;

type History = Exclude<Answer<HistoryController, 'nomination'>, string>;

/**
 * Compile-time proof that the pages read what the api writes: a member that is renamed, dropped or becomes optional in a
 * controller stops the check here.
 */
export const answers: {
  readonly accepted: Understood<AcceptedSent, shown.Accepted>;
  readonly me: Understood<Answer<AccountController, 'me'>, shown.Me>;
  readonly delegations: Understood<
    Answer<AccountController, 'delegations'>,
    { readonly items: readonly shown.DelegationShown[] }
  >;
  readonly permissions: Understood<
    Answer<PermissionController, 'list'>,
    { readonly items: readonly shown.PermissionShown[] }
  >;
  readonly changed: Understood<ChangedSent, shown.Changed>;
  readonly inbox: Understood<Answer<InboxController, 'inbox'>, shown.Page<shown.TaskShown>>;
  readonly counts: Understood<Answer<InboxController, 'counts'>, shown.InboxCounts>;
  readonly facets: Understood<Answer<InboxController, 'facets'>, shown.InboxFacets>;
  readonly task: Understood<Answer<InboxController, 'task'>, shown.TaskShown>;
  readonly nomination: Understood<Answer<NominationReadsController, 'show'>, shown.NominationShown>;
  readonly nominations: Understood<Answer<NominationReadsController, 'list'>['items'][number], shown.NominationListed>;
  readonly papers: Understood<Answer<NominationPapersController, 'show'>, shown.PapersShown>;
  readonly eligibility: Understood<Answer<EligibilityController, 'why'>, shown.EligibilityShown>;
  readonly awardPreview: Understood<Answer<AwardImportController, 'preview'>, ImportPreview>;
  readonly awardsEntered: Understood<Answer<AwardImportController, 'commit'>, ImportDone>;
  readonly history: Understood<History, shown.Page<shown.HistoryShown>>;
} = {
  accepted: true,
  me: true,
  delegations: true,
  permissions: true,
  changed: true,
  inbox: true,
  counts: true,
  facets: true,
  task: true,
  nomination: true,
  nominations: true,
  papers: true,
  eligibility: true,
  awardPreview: true,
  awardsEntered: true,
  history: true,
};
