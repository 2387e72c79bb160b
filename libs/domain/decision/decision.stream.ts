import { decisionDocumentRow } from '../documents/document-rows.js';
import type { SignatureBlock } from './decision-document.js';
import type { Change, Fact, RowChange, StreamDefinition } from '../core/stream.js';

/** An award decision (quyết định khen thưởng) as structured data: one number, many recipients. */
export interface DecisionState {
  readonly campaignId: string;
  readonly issuer: string;
  readonly number: string;
  readonly date: string;
  /** The person who signed; empty where a higher authority decided, whose people are not ours. */
  readonly signer: string;
  readonly authority: 'own' | 'higher';
  /** Whether the law gave the award to this unit on the day: yes, no, unknown; left out where there were no rules. */
  readonly lawAuthority?: string | undefined;
  readonly nominations: readonly string[];
  /** Lines of "Căn cứ" as printed; composed from the campaign's register where left out. */
  readonly bases?: readonly string[] | undefined;
  readonly signature?: SignatureBlock | undefined;
}

export const DECISION_FACTS = { issued: 'decisionIssued', recipientAdded: 'decisionRecipientAdded' } as const;

function evolve(state: DecisionState | undefined, fact: Fact): DecisionState {
  if (state === undefined || fact.type === DECISION_FACTS.issued) return fact.payload as unknown as DecisionState;
  const { nominationId } = fact.payload as unknown as { nominationId: string };
  return { ...state, nominations: [...state.nominations, nominationId] };
}

function rows({ id, version, after }: Change<'decision'>): readonly RowChange[] {
  return [
    {
      table: 'read_decision',
      op: 'put',
      row: {
        id,
        version,
        state: after,
        campaign_id: after.campaignId,
        issuer: after.issuer,
        number: after.number,
        issued_on: after.date,
      },
    },
    decisionDocumentRow(id, after),
  ];
}

export const decisionStream: StreamDefinition<'decision'> = { kind: 'decision', evolve, rows, cached: false };
