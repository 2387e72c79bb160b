import type { CampaignFile } from '../domain/campaign-plan/campaign.js';
import type { Bilingual } from '../domain/campaign-plan/parts.js';
import { REGISTRATION_DUTY } from '../domain/campaign-plan/registration-duty.js';

/** What a duty is called; the sign-up has no text of its own in the file. */
export function dutyTitle(file: CampaignFile, key: string): Bilingual {
  const written = file.obligations.find((obligation) => obligation.key === key)?.text;
  if (written !== undefined) return written;
  return key === REGISTRATION_DUTY ? { vi: 'Đăng ký thi đua', en: 'Registration with pledges' } : { vi: key, en: key };
}
