import { createHash } from 'node:crypto';
import { fieldsOf, listOf, textOf } from './api-client.js';
import { smallPdf } from './small-pdf.js';
import { accepted, invented, type Stage } from './stage.js';

/** The files simulated people lay into a dossier, and what they see of them on its page. */

/** A paper the page of a dossier asks for and does not have. */
export interface Lacking {
  readonly kind: string;
  readonly name: string;
  /** Required: the first desk does not take the dossier without it, or without saying why. */
  readonly binding: boolean;
  readonly from: string;
}

interface Paper {
  readonly name: string;
  readonly content: Uint8Array<ArrayBuffer>;
  readonly digest: string;
}

/** A paper of one dossier; made of its kind alone, so that it can be pointed to before it is there. */
export function paperOf(dossierId: string, kind: string): Paper {
  const content = smallPdf([invented('tài liệu không có giá trị pháp lý'), `Loai: ${kind}`, `Ho so: ${dossierId}`]);
  const digest = createHash('sha256').update(content).digest('hex');
  return { name: `${kind.toLowerCase().replaceAll('_', '-')}.pdf`, content, digest };
}

const pathOf = (dossierId: string): string => `/api/v1/nominations/${encodeURIComponent(dossierId)}/papers`;
/** For what nobody asks for by name. */
const OTHER = 'other';

/** What the page of the dossier says is lacking; what holds only under a condition is left to whom it concerns. */
export async function lackingIn({ people }: Stage, who: string, dossierId: string): Promise<readonly Lacking[]> {
  const shown = await people.get(who, pathOf(dossierId));
  return listOf(shown['asked'])
    .map(fieldsOf)
    .filter((paper) => paper['held'] !== true && paper['onlyIf'] === null)
    .map((paper) => ({
      kind: textOf(paper['kind']),
      name: textOf(fieldsOf(paper['name'])['vi']),
      binding: paper['binding'] === true,
      from: textOf(paper['from']),
    }));
}

/** Uploads a paper and lays it into the dossier. */
export async function layPaper(stage: Stage, who: string, dossierId: string, kind: string, as = kind): Promise<void> {
  const { name, content, digest } = paperOf(dossierId, kind);
  const uploaded = await stage.people.upload(who, name, content);
  if (!accepted(stage, who, `tải lên ${name}`, uploaded)) return;
  const filed = await stage.people.ask(who, 'POST', pathOf(dossierId), { kind: as, digest, name });
  if (accepted(stage, who, `đưa ${name} vào hồ sơ ${dossierId}`, filed)) stage.story.path('file-paper');
}

/**
 * Lays down every paper that is asked for; where nobody asks for any, a report all the same. Who is forgetful leaves the
 * last one out that does not keep the dossier from being submitted.
 */
export async function layPapers(stage: Stage, who: string, dossierId: string, isForgetful: boolean): Promise<void> {
  const lacking = await lackingIn(stage, who, dossierId);
  const forgotten = isForgetful ? lacking.findLast(({ binding, from }) => from === 'rules' || !binding) : undefined;
  for (const { kind } of lacking) if (kind !== forgotten?.kind) await layPaper(stage, who, dossierId, kind);
  if (lacking.length === 0) await layPaper(stage, who, dossierId, 'bao-cao-thanh-tich', OTHER);
  if (forgotten !== undefined) stage.story.path('forgotten-paper');
}

/** Brings what was lacking; where nothing was, a paper of explanation. */
export async function supplementPapers(stage: Stage, who: string, dossierId: string, visit: number): Promise<void> {
  const lacking = await lackingIn(stage, who, dossierId);
  for (const { kind } of lacking) await layPaper(stage, who, dossierId, kind);
  if (lacking.length === 0) await layPaper(stage, who, dossierId, `giai-trinh-${visit}`, OTHER);
  else stage.story.path('supplied-paper');
}
