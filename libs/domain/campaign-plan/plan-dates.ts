import { type LocalDate, compareDates } from '../calendar/local-date.js';
import type { CampaignFile } from './campaign.js';
import type { Bilingual, Provenance } from './parts.js';
import type { CampaignPlan, PlannedDate, PlannedDateKind, PlannedOccurrence } from './plan-model.js';

type Parts = Pick<CampaignPlan, 'phases' | 'obligations' | 'reviews' | 'rounds'>;

/** Everything of a plan that has a date, in order; entries of one day keep the order of the file. Pure. */
export function plannedDates(file: CampaignFile, parts: Parts): readonly PlannedDate[] {
  const dates: PlannedDate[] = [];
  const add = (on: LocalDate, kind: PlannedDateKind, about: string, title: Bilingual, more: Extra = {}): void => {
    const { occurrence, proposed = false } = more;
    dates.push({ on, kind, about, title, proposed, ...(occurrence === undefined ? {} : { occurrence }) });
  };
  const addWindow = (
    kinds: readonly [PlannedDateKind, PlannedDateKind],
    about: string,
    title: Bilingual,
    { key, from, lastDay }: PlannedOccurrence,
    proposed: boolean,
  ): void => {
    if (from !== undefined) add(from, kinds[0], about, title, { occurrence: key, proposed });
    add(lastDay, kinds[1], about, title, { occurrence: key, proposed });
  };

  const adopting = file.documents.find((document) => document.role === 'adopts');
  if (adopting !== undefined) add(file.adoptedOn, 'adopted', `document:${adopting.id}`, file.name);
  for (const phase of parts.phases) {
    add(phase.from, 'phase-starts', `phase:${phase.key}`, phase.name);
    add(phase.to, 'phase-ends', `phase:${phase.key}`, phase.name);
  }
  for (const obligation of parts.obligations) {
    for (const occurrence of obligation.occurrences) {
      const proposed = isProposed(obligation.provenance);
      addWindow(['window-opens', 'due'], `obligation:${obligation.key}`, obligation.title, occurrence, proposed);
    }
  }
  for (const review of parts.reviews) {
    for (const occurrence of review.occurrences) {
      addWindow(
        ['review-opens', 'review-due'],
        `review:${review.key}`,
        review.title,
        occurrence,
        isProposed(review.provenance),
      );
    }
  }
  for (const round of parts.rounds) {
    for (const { key, opens, closes } of round.occurrences) {
      const more = { occurrence: key, proposed: isProposed(round.dates) };
      add(opens, 'round-opens', `round:${round.key}`, round.title, more);
      add(closes, 'round-closes', `round:${round.key}`, round.title, more);
    }
  }
  for (const note of file.successionNotes) {
    add(note.on, 'succession', `succession:${note.key}`, note.text, { proposed: note.confidence !== 'V' });
  }
  return dates.sort((a, b) => compareDates(a.on, b.on));
}

interface Extra {
  readonly occurrence?: string;
  readonly proposed?: boolean;
}

/** Neither the document nor verified law says so. */
export function isProposed(provenance: Provenance | undefined): boolean {
  if (provenance === undefined || provenance.basis === 'document') return false;
  return provenance.basis === 'proposed' || provenance.confidence !== 'V';
}
