import { stringify } from 'yaml';
import { checkCampaign } from '../domain/campaign-plan/check.js';
import { inYear } from '../domain/campaign-plan/next-year.js';
import { type CommandOutput, findingLine } from './campaign-commands.js';
import { validateCampaignFile } from './campaign-reference.js';

/**
 * The campaign of a later year as a file to go on from, on standard output; what is wrong with the file it is made of
 * instead. The source text named in it is still last year's: replace it with the new document's.
 */
export function campaignClone(path: string, year: number): CommandOutput {
  const { file, findings } = validateCampaignFile(path);
  if (file === undefined) return { text: findings.map((found) => findingLine(path, found)).join('\n'), exitCode: 1 };
  if (!Number.isInteger(year) || year <= file.period.fromYear) {
    const reason = `--year: phải sau năm ${file.period.fromYear} / must be later than ${file.period.fromYear}`;
    return { text: reason, exitCode: 1 };
  }
  const next = inYear(file, year);
  const wrong = checkCampaign(next).filter(({ severity }) => severity === 'error');
  if (wrong.length > 0) {
    const lines = wrong.map((found) => findingLine(path, { ...found, line: 1, field: found.path.join('.') }));
    return { text: lines.join('\n'), exitCode: 1 };
  }
  return { text: `${HEADER(file.id, year)}${stringify(next, { lineWidth: 120 })}`, exitCode: 0 };
}

const HEADER = (id: string, year: number): string =>
  [
    `# Chép từ ${id} cho năm ${year}: ngày đã dời, văn bản và con số phải xác nhận lại (openQuestions).`,
    `# Copied from ${id} for ${year}: dates moved; documents and figures are asked again. Replace source.file.`,
    '',
  ].join('\n');
