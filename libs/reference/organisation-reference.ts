import { organisationFile } from '../contracts/organisation-file.contract.js';
import { checkOrganisation } from '../domain/campaign-plan/check-organisation.js';
import type { OrganisationFile } from '../domain/campaign-plan/organisation.js';
import { type Validation, validatePath } from './read-reference.js';

/** An organisation file judged by its form and its sense. `file` is there exactly when nothing is an error. */
export const loadOrganisation = (path: string): Validation<OrganisationFile> =>
  validatePath(path, organisationFile, checkOrganisation);
