import { refuse, type Ask, type Decision, type Have } from '../core/decision.js';
import { seal, type Sealed } from '../core/sealed.js';
import type { RowChange, StreamRef } from '../core/stream.js';

/** A file somebody has uploaded and now names as part of something. */
export interface GivenFile {
  /** SHA-256 of its content, as the upload answered it. */
  readonly digest: string;
  readonly name: string;
}

/** A file as it stands in a fact: its content is fixed by the digest; its name may name people. */
export interface Attachment {
  readonly digest: string;
  readonly name: Sealed;
  readonly mediaType: string;
  readonly size: number;
}

const digestsOf = (files: readonly GivenFile[]): readonly string[] =>
  [...new Set(files.map(({ digest }) => digest))].sort();

/** What a command that attaches files has to ask for. */
export const askFiles = (files: readonly GivenFile[]): readonly Ask[] =>
  files.length === 0 ? [] : [{ ask: 'files', digests: digestsOf(files) }];

/**
 * The files as they go into a fact, their names sealed under `subject`. Refuses a digest nobody has uploaded in this
 * world, and the same file twice. The command must have asked {@link askFiles} for the same files.
 */
export function attach(
  have: Have,
  files: readonly GivenFile[],
  subject: string,
  field: string,
): readonly Attachment[] | Decision {
  const known = files.length === 0 ? [] : have.answer({ ask: 'files', digests: digestsOf(files) });
  const attached: Attachment[] = [];
  for (const [i, { digest, name }] of files.entries()) {
    const row = known.find((one) => one['digest'] === digest);
    if (row === undefined) return refuse('NOT_FOUND', { field: `${field}.${i}.digest`, params: { id: digest } });
    if (attached.some((one) => one.digest === digest))
      return refuse('INVALID_INPUT', { field: `${field}.${i}.digest`, params: { id: digest } });
    if (name.trim() === '') return refuse('INVALID_INPUT', { field: `${field}.${i}.name` });
    attached.push({
      digest,
      name: seal(subject, name),
      mediaType: String(row['media_type']),
      size: Number(row['size']),
    });
  }
  return attached;
}

export const isAttached = (found: readonly Attachment[] | Decision): found is readonly Attachment[] => !('ok' in found);

/** Rows by which the right to read a file is found: it is that of what the file is attached to, now and in the past. */
export const attachmentRows = (
  owner: StreamRef,
  campaignId: string,
  unitId: string,
  attachments: readonly Attachment[],
): readonly RowChange[] =>
  attachments.map(({ digest }) => ({
    table: 'read_attachment',
    op: 'put',
    row: { owner_kind: owner.kind, owner_id: owner.id, digest, campaign_id: campaignId, unit_id: unitId },
  }));
