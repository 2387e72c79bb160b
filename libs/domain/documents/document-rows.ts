import type { CampaignDocument } from '../campaign-plan/campaign.js';
import type { CampaignState } from '../campaign/campaign.stream.js';
import type { RowChange } from '../core/stream.js';
import { notationOf, numberKey, plain } from './document-number.js';

/**
 * Rows of the document register. Each entry is owned by the stream that names it; entries of one document (same number,
 * office and year) are shown as one by whoever reads the register.
 */
interface Entry {
  readonly id: string;
  readonly campaignId: string;
  readonly number: string;
  readonly issuer: string;
  readonly issuedOn: string | null;
  readonly role: string;
  readonly type?: string | undefined;
  readonly title?: string | undefined;
}

const put = ({ id, campaignId, number, issuer, issuedOn, role, type, title }: Entry): RowChange => ({
  table: 'read_document',
  op: 'put',
  row: {
    id,
    campaign_id: campaignId,
    number,
    number_key: numberKey(number),
    notation: notationOf(number) ?? null,
    issuer,
    issuer_key: numberKey(issuer),
    issued_on: issuedOn,
    role,
    type: type ?? null,
    title: title ?? null,
    search: plain(`${number} ${title ?? ''} ${issuer}`),
  },
});

const idOf = (campaignId: string, document: CampaignDocument): string => `campaign/${campaignId}/${document.id}`;

/** The register of a campaign follows its file; what a revision takes out is dropped. */
export function campaignDocumentRows(
  id: string,
  before: CampaignState | undefined,
  after: CampaignState,
): readonly RowChange[] {
  const { documents } = after.file;
  if (before?.file.documents === documents) return [];
  const kept = new Set(documents.map((document) => document.id));
  const gone = (before?.file.documents ?? []).filter((document) => !kept.has(document.id));
  return [
    ...gone.map((document): RowChange => ({ table: 'read_document', op: 'drop', key: { id: idOf(id, document) } })),
    ...documents.map((document) =>
      put({
        id: idOf(id, document),
        campaignId: id,
        number: document.symbol ?? document.number ?? '',
        issuer: document.issuer,
        issuedOn: document.date?.value ?? null,
        role: document.role,
        type: document.type,
        title: document.abstract?.vi,
      }),
    ),
  ];
}

/** An award decision in the register. */
export const decisionDocumentRow = (
  id: string,
  decision: { readonly campaignId: string; readonly number: string; readonly date: string; readonly issuer: string },
): RowChange =>
  put({
    id: `decision/${id}`,
    campaignId: decision.campaignId,
    number: decision.number,
    issuer: decision.issuer,
    issuedOn: decision.date,
    role: 'decision',
    type: 'quyet-dinh',
  });

/** The document by which a unit did what it owed. */
export const proofDocumentRow = (
  id: string,
  proof: { readonly campaignId: string; readonly number: string; readonly date: string; readonly unitId: string },
): RowChange =>
  put({
    id: `obligation/${id}`,
    campaignId: proof.campaignId,
    number: proof.number,
    issuer: proof.unitId,
    issuedOn: proof.date,
    role: 'proof',
  });
