import { type LocalDate, dateFrom } from '../calendar/local-date.js';
import type { CampaignFile } from './campaign.js';

/** First and last day of the campaign. Years are inclusive ("từ năm 2024 đến năm 2030"); stated days win. */
export function periodOf(file: Pick<CampaignFile, 'period'>): { readonly from: LocalDate; readonly to: LocalDate } {
  const { fromYear, toYear, from, to } = file.period;
  const first = from ?? dateFrom(fromYear, 1, 1);
  const last = to ?? dateFrom(toYear, 12, 31);
  if (first === undefined || last === undefined) throw new RangeError(`no such years: ${fromYear}-${toYear}`);
  return { from: first, to: last };
}
