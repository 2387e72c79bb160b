import { campaignDocumentRows } from '../documents/document-rows.js';
import type { CampaignFile, ChoiceSets } from '../campaign-plan/campaign.js';
import { settleAnswers } from '../campaign-plan/settle-answers.js';
import type { Sealed } from '../core/sealed.js';
import type { Change, Fact, RowChange, StreamDefinition } from '../core/stream.js';
import { AWARD_ADDED, fileWithOffer, type AwardAdded } from '../round/offers.js';
import { PASSING_CONCLUDED, passingConcluded, type PassedOn } from '../succession/concluded.js';
import { REBASE_ASKED, rebasingAsked, rebasingSettled, type Rebasing } from '../succession/rebase.js';
import type { TargetAdjustment } from '../targets/adjust.js';
import { PROPOSAL_FACTS, proposalDeclined, proposalLaunched, proposed, type Proposal } from './proposal.js';
import { markReminded, taskRows, withTask, withoutTask, type OpenTask, type TaskOwner } from '../task/open-task.js';

export type CampaignStatus = 'draft' | 'running' | 'closed' | 'archived';

export interface Answer {
  readonly choice: string;
  readonly text?: Sealed | undefined;
  readonly sets?: ChoiceSets | undefined;
  readonly by: string;
  readonly at: number;
}

export interface Conclusion {
  readonly number: string;
  readonly date: string;
  readonly at: number;
}

export interface CampaignState extends TaskOwner {
  /** As adopted, with what answers have settled; the plan goes by it. */
  readonly file: CampaignFile;
  /** As adopted, where answers have settled something in it. */
  readonly written?: CampaignFile | undefined;
  readonly status: CampaignStatus;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly launchedAt?: number | undefined;
  /** The document that launched it. */
  readonly document?: { readonly number: string; readonly date: string } | undefined;
  readonly phases: readonly string[];
  /** When each open phase was opened (epoch ms): time limits may start there. */
  readonly phasesOpenedAt: Readonly<Record<string, number>>;
  /** Reviews that were opened, with the visit of their task; a concluded one is in `conclusions`. */
  readonly reviews: Readonly<Record<string, number>>;
  readonly conclusions: Readonly<Record<string, Conclusion>>;
  /** Last days that were moved, by `<obligation key>/<occurrence>` or `review/<key>` or `round/<key>/<occurrence>`. */
  readonly extended: Readonly<Record<string, string>>;
  /** What named persons made of points of targets, oldest first. */
  readonly adjustments?: readonly TargetAdjustment[] | undefined;
  readonly visit: number;
  /** Units that ended while it ran: who has taken over their part, and since which day. */
  readonly passedOn?: Readonly<Record<string, PassedOn>> | undefined;
  /** Points of targets whose unit or level is no more, until a named person has said what becomes of them. */
  readonly rebasing?: readonly Rebasing[] | undefined;
  /** Where a unit proposed it to the one who may launch it. */
  readonly proposal?: Proposal | undefined;
  readonly rulePack: string;
}

export const CAMPAIGN_FACTS = {
  drafted: 'campaignDrafted',
  revised: 'campaignRevised',
  answered: 'questionAnswered',
  launched: 'campaignLaunched',
  phaseOpened: 'phaseOpened',
  reviewOpened: 'reviewOpened',
  reviewConcluded: 'reviewConcluded',
  extended: 'campaignDateExtended',
  targetAdjusted: 'targetAdjusted',
  closed: 'campaignClosed',
  archived: 'campaignArchived',
  reminded: 'taskReminded',
} as const;

const read = <T>(fact: Fact): T => fact.payload as unknown as T;

function settled(written: CampaignFile, answers: CampaignState['answers']): Pick<CampaignState, 'file' | 'written'> {
  const file = settleAnswers(written, answers);
  return { file, written: file === written ? undefined : written };
}

function evolve(state: CampaignState | undefined, fact: Fact): CampaignState {
  if (state === undefined) {
    const { file, rulePack } = read<{ file: CampaignFile; rulePack: string }>(fact);
    return {
      campaignId: file.id,
      file,
      rulePack,
      status: 'draft',
      answers: {},
      phases: [],
      phasesOpenedAt: {},
      reviews: {},
      conclusions: {},
      extended: {},
      visit: 0,
      open: {},
    };
  }
  switch (fact.type) {
    case CAMPAIGN_FACTS.revised:
      return { ...state, ...settled(read<{ file: CampaignFile }>(fact).file, state.answers) };
    case CAMPAIGN_FACTS.answered: {
      const { id, choice, text, sets } = read<{ id: string } & Omit<Answer, 'by' | 'at'>>(fact);
      const own = sets === undefined ? {} : { sets };
      const answers = { ...state.answers, [id]: { choice, text, ...own, by: fact.actor, at: fact.at } };
      return { ...state, answers, ...settled(state.written ?? state.file, answers) };
    }
    case PROPOSAL_FACTS.proposed:
      return proposed(state, fact);
    case PROPOSAL_FACTS.declined:
      return proposalDeclined(state, fact);
    case CAMPAIGN_FACTS.launched:
      return {
        ...proposalLaunched(state),
        status: 'running',
        launchedAt: fact.at,
        document: read<Pick<CampaignState, 'document'>>(fact).document,
      };
    case CAMPAIGN_FACTS.phaseOpened: {
      const { phase } = read<{ phase: string }>(fact);
      return {
        ...state,
        phases: [...state.phases, phase],
        phasesOpenedAt: { ...state.phasesOpenedAt, [phase]: fact.at },
      };
    }
    case CAMPAIGN_FACTS.reviewOpened: {
      const { review, task } = read<{ review: string; task: OpenTask }>(fact);
      return {
        ...state,
        visit: task.visit,
        reviews: { ...state.reviews, [review]: task.visit },
        open: withTask(state.open, task),
      };
    }
    case CAMPAIGN_FACTS.reviewConcluded: {
      const { review, number, date } = read<{ review: string; number: string; date: string }>(fact);
      return {
        ...state,
        conclusions: { ...state.conclusions, [review]: { number, date, at: fact.at } },
        open: withoutTask(state.open, state.reviews[review] ?? 0),
      };
    }
    case CAMPAIGN_FACTS.extended: {
      const { what, to, task } = read<{ what: string; to: string; task?: OpenTask }>(fact);
      return {
        ...state,
        extended: { ...state.extended, [what]: to },
        open: task === undefined ? state.open : withTask(state.open, task),
      };
    }
    case AWARD_ADDED: {
      const added = read<AwardAdded>(fact);
      const { file, written } = state;
      return {
        ...state,
        file: fileWithOffer(file, added),
        // Later answers are settled anew from what was written: the award must stand there too.
        ...(written === undefined ? {} : { written: fileWithOffer(written, added) }),
      };
    }
    case CAMPAIGN_FACTS.targetAdjusted: {
      const { target, point, disposition, unitId, value } = read<TargetAdjustment>(fact);
      const own = { target, point, disposition, ...(unitId === undefined ? {} : { unitId }) };
      const adjustment = value === undefined ? own : { ...own, value };
      return rebasingSettled({ ...state, adjustments: [...(state.adjustments ?? []), adjustment] }, adjustment);
    }
    case PASSING_CONCLUDED:
      return passingConcluded(state, read<{ from: string }>(fact).from);
    case REBASE_ASKED:
      return rebasingAsked(state, fact);
    case CAMPAIGN_FACTS.closed:
      return { ...state, status: 'closed', open: {} };
    case CAMPAIGN_FACTS.archived:
      return { ...state, status: 'archived' };
    case CAMPAIGN_FACTS.reminded:
      return markReminded(state, fact);
    default:
      return state;
  }
}

function rows({ id, version, before, after, fact }: Change<'campaign'>): readonly RowChange[] {
  return [
    {
      table: 'read_campaign',
      op: 'put',
      row: {
        id,
        version,
        state: after,
        status: after.status,
        name: after.file.name.vi,
        issuer_unit_id: after.file.roles.issuer.unit,
        from_year: after.file.period.fromYear,
        to_year: after.file.period.toYear,
      },
    },
    ...campaignDocumentRows(id, before, after),
    ...taskRows(
      { kind: 'campaign', id },
      id,
      before?.open ?? {},
      after.open,
      fact,
      fact.type === CAMPAIGN_FACTS.reviewConcluded ? 'concluded' : 'closed',
    ),
  ];
}

export const campaignStream: StreamDefinition<'campaign'> = { kind: 'campaign', evolve, rows, cached: true };
