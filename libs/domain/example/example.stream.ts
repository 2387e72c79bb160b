import type { ExampleKind, SubjectKind } from '../campaign-plan/vocabulary.js';
import type { Sealed } from '../core/sealed.js';
import type { Change, Fact, RowChange, StreamDefinition } from '../core/stream.js';
import { markReminded, taskRows, withTask, withoutTask, type OpenTask, type TaskOwner } from '../task/open-task.js';

/** Life of an advanced example, in order. A declined proposal leaves it where it was before. */
export const EXAMPLE_STAGES = ['detected', 'proposed', 'recognised', 'fostered', 'publicised', 'replicated'] as const;
export type ExampleStage = (typeof EXAMPLE_STAGES)[number];

/** What is done for a recognised example; more than once, and by more than one unit. */
export const PROMOTIONS = ['fostered', 'publicised', 'replicated'] as const;
export type Promotion = (typeof PROMOTIONS)[number];

export interface Recognition {
  readonly level: string;
  readonly by: string;
  readonly number: string;
  readonly date: string;
}

/** Điển hình tiên tiến, người tốt việc tốt, mô hình, nhân tố mới. */
export interface ExampleState extends TaskOwner {
  readonly kind: ExampleKind;
  readonly subject: { readonly kind: SubjectKind; readonly id: string; readonly name: Sealed };
  readonly summary: Sealed;
  /** Where it lives: the unit whose person, household or model it is. */
  readonly unitId: string;
  /** Who introduced it; not only the direct manager. */
  readonly introducedBy: string;
  readonly stage: ExampleStage;
  /** The level it is proposed for now. */
  readonly proposed?: { readonly level: string; readonly by: string; readonly to: string } | undefined;
  readonly recognitions: readonly Recognition[];
  readonly promotions: readonly { readonly what: Promotion; readonly unitId: string; readonly on: string }[];
  readonly nominations: readonly string[];
  readonly visit: number;
}

export const EXAMPLE_FACTS = {
  introduced: 'exampleIntroduced',
  proposed: 'exampleProposed',
  recognised: 'exampleRecognised',
  declined: 'exampleDeclined',
  promoted: 'examplePromoted',
  nominated: 'exampleNominated',
  reminded: 'taskReminded',
} as const;

const read = <T>(fact: Fact): T => fact.payload as unknown as T;

type Introduced = Pick<ExampleState, 'campaignId' | 'kind' | 'subject' | 'summary' | 'unitId' | 'introducedBy'> & {
  readonly task: OpenTask;
};

const later = (a: ExampleStage, b: ExampleStage): ExampleStage =>
  EXAMPLE_STAGES.indexOf(a) >= EXAMPLE_STAGES.indexOf(b) ? a : b;

/** The stage without what is only proposed: where a declined proposal leaves it. */
const settled = ({ recognitions, promotions }: ExampleState): ExampleStage =>
  promotions.reduce<ExampleStage>(
    (stage, { what }) => later(stage, what),
    recognitions.length > 0 ? 'recognised' : 'detected',
  );

function evolve(state: ExampleState | undefined, fact: Fact): ExampleState {
  if (state === undefined) {
    const { task, ...own } = read<Introduced>(fact);
    return {
      ...own,
      stage: 'detected',
      recognitions: [],
      promotions: [],
      nominations: [],
      visit: task.visit,
      open: withTask({}, task),
    };
  }
  switch (fact.type) {
    case EXAMPLE_FACTS.proposed: {
      const { level, by, to, task } = read<{ level: string; by: string; to: string; task: OpenTask }>(fact);
      const stage = state.stage === 'detected' ? 'proposed' : state.stage;
      return { ...state, stage, proposed: { level, by, to }, visit: task.visit, open: withTask({}, task) };
    }
    case EXAMPLE_FACTS.recognised: {
      const { visit, ...recognition } = read<Recognition & { visit: number }>(fact);
      const known = { ...state, recognitions: [...state.recognitions, recognition], proposed: undefined };
      return { ...known, stage: settled(known), open: withoutTask(state.open, visit) };
    }
    case EXAMPLE_FACTS.declined:
      return { ...state, stage: settled(state), proposed: undefined, open: {} };
    case EXAMPLE_FACTS.promoted: {
      const { what, unitId, on } = read<{ what: Promotion; unitId: string; on: string }>(fact);
      const promoted = { ...state, promotions: [...state.promotions, { what, unitId, on }] };
      return { ...promoted, stage: settled(promoted) };
    }
    case EXAMPLE_FACTS.nominated:
      return { ...state, nominations: [...state.nominations, read<{ nominationId: string }>(fact).nominationId] };
    case EXAMPLE_FACTS.reminded:
      return markReminded(state, fact);
    default:
      return state;
  }
}

const OUTCOME: Readonly<Record<string, string>> = {
  [EXAMPLE_FACTS.proposed]: 'proposed',
  [EXAMPLE_FACTS.recognised]: 'recognised',
  [EXAMPLE_FACTS.declined]: 'declined',
};

function rows({ id, version, before, after, fact }: Change<'example'>): readonly RowChange[] {
  const outcome = OUTCOME[fact.type] ?? 'closed';
  return [
    {
      table: 'read_example',
      op: 'put',
      row: {
        id,
        version,
        state: after,
        campaign_id: after.campaignId,
        unit_id: after.unitId,
        kind: after.kind,
        subject_id: after.subject.id,
        stage: after.stage,
        level: after.recognitions.at(-1)?.level ?? null,
      },
    },
    ...taskRows({ kind: 'example', id }, after.campaignId, before?.open ?? {}, after.open, fact, outcome),
  ];
}

export const exampleStream: StreamDefinition<'example'> = { kind: 'example', evolve, rows, cached: false };
