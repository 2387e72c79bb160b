import { dirname, join } from 'node:path';
import { campaignFile } from '../contracts/campaign-file.contract.js';
import type { CampaignFile } from '../domain/campaign-plan/campaign.js';
import { checkCampaign } from '../domain/campaign-plan/check.js';
import { checkAgainstOrganisation } from '../domain/campaign-plan/check-organisation.js';
import { type Finding, type FindingPath, finding } from '../domain/campaign-plan/finding.js';
import type { OrganisationFile } from '../domain/campaign-plan/organisation.js';
import { type Validation, readTextFile, validatePath, validateText } from './read-reference.js';

/**
 * A campaign file judged whole: its form, its sense, its quotations against the source text beside it and, when an
 * organisation is given, its units. `file` is there exactly when nothing is an error.
 */
export function validateCampaignFile(path: string, organisation?: OrganisationFile): Validation<CampaignFile> {
  const check = (file: CampaignFile): readonly Finding[] => [
    ...checkSense(file, organisation),
    ...checkQuotes(file, readTextFile(join(dirname(path), file.source.file))),
  ];
  return validatePath(path, campaignFile, check);
}

/** The same for a text that has no place on disk (an upload): quotations are checked when the source text is given. */
export function validateCampaignText(
  text: string,
  source?: string,
  organisation?: OrganisationFile,
): Validation<CampaignFile> {
  return validateText(text, campaignFile, (file) => [
    ...checkSense(file, organisation),
    ...(source === undefined ? [] : checkQuotes(file, source)),
  ]);
}

function checkSense(file: CampaignFile, organisation: OrganisationFile | undefined): readonly Finding[] {
  const units = organisation === undefined ? [] : checkAgainstOrganisation(file, organisation);
  return [...checkCampaign(file), ...units];
}

/** Every quotation must stand in the source word for word: what was mended silently can no longer be proved. */
function checkQuotes(file: CampaignFile, source: string | undefined): readonly Finding[] {
  if (source === undefined) return [finding('SOURCE_MISSING', ['source', 'file'], file.source.file)];
  return quotesIn(file, [])
    .filter(({ quote }) => !source.includes(quote))
    .map(({ path, quote }) => finding('QUOTE_NOT_IN_SOURCE', path, quote));
}

/** All quotations of a file with their places, noise fragments included. */
export function quotesIn(
  node: unknown,
  path: FindingPath,
): readonly { readonly path: FindingPath; readonly quote: string }[] {
  if (Array.isArray(node)) return node.flatMap((item, i) => quotesIn(item, [...path, i]));
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, value]: [string, unknown]) => {
    if (name === 'quotes' && Array.isArray(value)) {
      return value.map((quote, i) => ({ path: [...path, name, i], quote: String(quote) }));
    }
    const isQuote = (name === 'quote' && value !== '') || (name === 'text' && path[1] === 'noise');
    if (isQuote && typeof value === 'string') return [{ path: [...path, name], quote: value }];
    return quotesIn(value, [...path, name]);
  });
}
