import { dateOf, type LocalDate } from '../../../libs/domain/calendar/local-date.js';
import { UNITS } from '../../domain/support/people.js';
import { openStanding, STANDING, STANDING_ROUND } from '../../support/standing-campaign.js';
import { accepted, engine, personId } from '../../support/test-world.js';
import type { ApiUnderTest } from './api-under-test.js';

/** A round of the official world, open whatever the day. */
export const openOfficialRound = ({ official }: ApiUnderTest): Promise<void> => openStanding(official);

/** Somebody of unit a, nominated and awarded in the official world; not published yet. The day of the decision. */
export async function decideOfficially(api: ApiUnderTest, nominationId: string, number: string): Promise<LocalDate> {
  const unit = await api.officially(UNITS.a, 'officer');
  await unit.post('/api/v1/nominations', {
    nominationId,
    campaignId: STANDING,
    roundId: STANDING_ROUND,
    awardCode: 'BK',
    unitId: UNITS.a,
    subject: { kind: 'individual', id: `subject-${nominationId}`, name: 'Bùi Văn Thử' },
    achievement: 'Cứu người trong lũ',
    documents: [],
  });
  await unit.post(`/api/v1/nominations/${nominationId}/submission`);
  const appraiser = await api.officially(UNITS.homeAffairs, 'appraiser');
  for (const visit of [1, 2]) await appraiser.post(`/api/v1/nominations/${nominationId}/approval`, { visit });
  const signer = personId(UNITS.province, 'decider');
  const decider = await api.officially(UNITS.province, 'decider');
  const date = dateOf(await api.official.now());
  const body = { number, date, signer, nominations: [{ nominationId, visit: 3 }] };
  const { status } = await decider.post('/api/v1/decisions', body);
  if (status !== 201) throw new Error(`decision ${number} was answered with ${String(status)}`);
  return date;
}

/** The days of publication are over. */
export async function publishOfficially({ official }: ApiUnderTest, nominationId: string): Promise<void> {
  const input = { nominationId, visit: 4, key: 'publication' } as const;
  await accepted(official, { actor: engine, name: 'endTimedStep', input });
}
