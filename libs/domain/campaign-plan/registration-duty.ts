import type { CampaignFile } from './campaign.js';
import type { Obligation } from './duties.js';
import { modeOf } from './settle-answers.js';

/** Key under which the sign-up of a campaign (`file.registration`) is owed by each unit like any other duty. */
export const REGISTRATION_DUTY = 'registration';

const SIGN_UP = { vi: 'Đăng ký thi đua, ký giao ước', en: 'Registration and pledges' };

/** The sign-up as a duty; undefined where the campaign has none, or writes one of this key among its obligations. */
export function registrationDuty({ registration, obligations }: CampaignFile): Obligation | undefined {
  if (registration === undefined || obligations.some(({ key }) => key === REGISTRATION_DUTY)) return undefined;
  const { due, who, reminders, provenance } = registration;
  const mode = modeOf(due);
  return {
    key: REGISTRATION_DUTY,
    text: SIGN_UP,
    kind: 'registration',
    mode,
    who,
    due,
    proof: 'record',
    reminders,
    provenance,
  };
}
