import type { Attachment } from '../attachment/attachment.js';
import type { Bilingual } from '../campaign-plan/parts.js';
import type { NominationDocument, NominationState } from './nomination-state.js';

/** A file as it was laid into a dossier: when (epoch ms) and by whom. */
export interface PaperVersion extends Attachment {
  readonly at: number;
  readonly by: string;
}

/** A paper that lies in a dossier as a file. Whatever replaced it comes after it; what was there before stays readable. */
export interface DossierPaper {
  readonly kind: string;
  /** What the kind was called when it was laid down. */
  readonly title: Bilingual;
  /** Oldest first; the last one counts. Never empty. */
  readonly versions: readonly PaperVersion[];
  readonly takenOut?: { readonly at: number; readonly by: string } | undefined;
}

/** What a fact says when a paper is laid down. */
export interface PaperFiled {
  readonly kind: string;
  readonly title: Bilingual;
  readonly file: Attachment;
  /** Digest of the version it takes the place of. */
  readonly replaces?: string | undefined;
}

/** The rules write BAO_CAO_THANH_TICH where a campaign file writes bao-cao-thanh-tich. */
export const comparableKind = (kind: string): string => kind.toUpperCase().replaceAll('-', '_');

export const newestOf = ({ versions }: DossierPaper): PaperVersion | undefined => versions.at(-1);

/** The paper whose newest version is this file, unless it was taken out. */
export const paperOf = (state: NominationState, digest: string): DossierPaper | undefined =>
  state.papers?.find((paper) => paper.takenOut === undefined && newestOf(paper)?.digest === digest);

/** The papers after one more was laid down; pure. */
export function withPaper(
  papers: readonly DossierPaper[],
  { kind, title, file, replaces }: PaperFiled,
  by: { readonly at: number; readonly by: string },
): readonly DossierPaper[] {
  const version = { ...file, ...by };
  const isReplaced = (paper: DossierPaper): boolean =>
    replaces !== undefined && paper.takenOut === undefined && newestOf(paper)?.digest === replaces;
  return papers.some(isReplaced)
    ? papers.map((paper) => (isReplaced(paper) ? { ...paper, versions: [...paper.versions, version] } : paper))
    : [...papers, { kind, title, versions: [version] }];
}

/** The papers after one was taken out; pure. It stays in the list, with who did it. */
export const withoutPaper = (
  papers: readonly DossierPaper[],
  digest: string,
  takenOut: { readonly at: number; readonly by: string },
): readonly DossierPaper[] =>
  papers.map((paper) =>
    paper.takenOut === undefined && newestOf(paper)?.digest === digest ? { ...paper, takenOut } : paper,
  );

/** Everything the dossier holds or names, by kind: a file is referred to by its digest. */
export const documentsOf = ({ documents, papers = [] }: NominationState): readonly NominationDocument[] => [
  ...documents,
  ...papers.flatMap((paper) => {
    const newest = paper.takenOut === undefined ? newestOf(paper) : undefined;
    return newest === undefined ? [] : [{ kind: paper.kind, reference: newest.digest }];
  }),
];

/** The kinds of papers a dossier holds or names, as they compare. */
export const kindsIn = (state: NominationState): ReadonlySet<string> =>
  new Set(documentsOf(state).map(({ kind }) => comparableKind(kind)));
