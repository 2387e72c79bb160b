import { type LocalDate, formatVi, yearOf } from '../calendar/local-date.js';
import { type WorkingCalendar, coverage, isCovered, isWorkingDay } from '../calendar/working-calendar.js';
import type { CampaignFile } from './campaign.js';
import { type OrganisationFile, validOn } from './organisation.js';
import { isProposed } from './plan-dates.js';
import type { CampaignPlan, PlanWarning, PlanWarningCode, PlannedOccurrence } from './plan-model.js';

type Parts = Pick<CampaignPlan, 'phases' | 'obligations' | 'reviews' | 'rounds'>;

/** What a person should look at before launch; nothing here stops anything. Pure. */
export function planWarnings(
  file: CampaignFile,
  parts: Parts,
  calendar: WorkingCalendar,
  organisation: OrganisationFile | undefined,
): readonly PlanWarning[] {
  const dated = [
    ...parts.obligations.map(({ key, occurrences }) => ({ about: `obligation:${key}`, occurrences })),
    ...parts.reviews.map(({ key, occurrences }) => ({ about: `review:${key}`, occurrences })),
  ];
  return [
    ...dated.flatMap(({ about, occurrences }) =>
      occurrences.flatMap((occurrence) => aboutOccurrence(about, occurrence, calendar)),
    ),
    ...eventStarts(parts),
    ...proposedDates(parts),
    ...calendarGaps(
      dated.flatMap(({ occurrences }) => occurrences).map(({ lastDay }) => lastDay),
      calendar,
    ),
    ...successions(file, organisation),
  ];
}

function aboutOccurrence(
  about: string,
  occurrence: PlannedOccurrence,
  calendar: WorkingCalendar,
): readonly PlanWarning[] {
  const day = formatVi(occurrence.lastDay);
  const { parties } = occurrence;
  const nobody = parties !== undefined && parties.unitIds.length + parties.clusterIds.length === 0;
  return [
    ...(occurrence.beforeAdoption
      ? [
          warn(
            'BEFORE_ADOPTION',
            about,
            `Hạn ${day} có trước ngày ban hành: không nhắc`,
            `Due ${day} lies before adoption: no reminder`,
          ),
        ]
      : []),
    // A date written in a plan stands as written; people are only told that it is a day off.
    ...(isWorkingDay(calendar, occurrence.lastDay)
      ? []
      : [
          warn(
            'LAST_DAY_NOT_WORKING',
            about,
            `Hạn ${day} rơi vào ngày nghỉ, giữ nguyên như văn bản`,
            `Due ${day} is a day off; it stands as written`,
          ),
        ]),
    ...(nobody
      ? [warn('NOBODY_OWES', about, `Ngày ${day} không có đơn vị nào phải thực hiện`, `On ${day} no unit owes it`)]
      : []),
  ];
}

function eventStarts(parts: Parts): readonly PlanWarning[] {
  return parts.obligations.flatMap(({ key, due }) =>
    due.kind === 'within'
      ? [
          warn(
            'STARTS_WITH_EVENT',
            `obligation:${key}`,
            `Hạn ${due.amount} ngày ${due.unit === 'working' ? 'làm việc' : ''} tính từ sự kiện ${due.after}`,
            `Due ${due.amount} ${due.unit} days after ${due.after}`,
          ),
        ]
      : [],
  );
}

function proposedDates(parts: Parts): readonly PlanWarning[] {
  const abouts = [
    ...parts.obligations.filter((item) => isProposed(item.provenance)).map(({ key }) => `obligation:${key}`),
    ...parts.reviews.filter((item) => isProposed(item.provenance)).map(({ key }) => `review:${key}`),
    ...parts.rounds.filter((item) => isProposed(item.dates)).map(({ key }) => `round:${key}`),
  ];
  return abouts.map((about) =>
    warn('DATE_PROPOSED', about, 'Ngày chỉ là đề xuất, cần xác minh', 'The date is only proposed, to be verified'),
  );
}

function calendarGaps(days: readonly LocalDate[], calendar: WorkingCalendar): readonly PlanWarning[] {
  const years = [...new Set(days.map(yearOf))].sort((a, b) => a - b);
  const provisional = coverage(calendar)?.provisionalYears ?? [];
  return years.flatMap((year) => {
    if (!isCovered(calendar, `${year}-12-31`)) {
      return [
        warn(
          'CALENDAR_NOT_COVERED',
          `calendar:${year}`,
          `Chưa có lịch nghỉ năm ${year}`,
          `No holidays known for ${year}`,
        ),
      ];
    }
    return provisional.includes(year)
      ? [
          warn(
            'CALENDAR_PROVISIONAL',
            `calendar:${year}`,
            `Lịch nghỉ năm ${year} là tạm tính`,
            `Holidays of ${year} are provisional`,
          ),
        ]
      : [];
  });
}

function successions(file: CampaignFile, organisation: OrganisationFile | undefined): readonly PlanWarning[] {
  const noted = file.successionNotes.map((note) =>
    warn(
      'UNIT_SUCCEEDED',
      `succession:${note.key}`,
      `${formatVi(note.on)}: ${note.text.vi}`,
      `${formatVi(note.on)}: ${note.text.en}`,
    ),
  );
  const roles = organisation === undefined ? [] : Object.entries(file.roles);
  const ended = roles.flatMap(([role, { unit }]) => {
    const found = organisation?.units.find(({ id }) => id === unit);
    const last = `${file.period.toYear}-12-31` as const;
    return found === undefined || validOn(found, last)
      ? []
      : [
          warn(
            'UNIT_SUCCEEDED',
            `role:${role}`,
            `Đơn vị ${unit} kết thúc trước khi phong trào kết thúc`,
            `Unit ${unit} ends before the campaign does`,
          ),
        ];
  });
  return [...noted, ...ended];
}

const warn = (code: PlanWarningCode, about: string, vi: string, en: string): PlanWarning => ({
  code,
  about,
  text: { vi, en },
});
