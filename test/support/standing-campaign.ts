import { dateOf } from '../../libs/domain/calendar/local-date.js';
import type { CampaignFile } from '../../libs/domain/campaign-plan/campaign.js';
import type { World } from '../../libs/ledger/worlds.js';
import { campaignFile } from '../domain/support/sample-province-campaign.js';
import { accepted, engine, launch } from './test-world.js';

export const STANDING = 'thuong-xuyen';
export const STANDING_ROUND = `${STANDING}.prompt.once`;

/** A campaign that fits the day on which the tests are run, whichever that is: nothing is dated, and one round is always open. */
function standingOn(now: number): CampaignFile {
  return {
    ...campaignFile,
    id: STANDING,
    period: { ...campaignFile.period, toYear: Number(dateOf(now).slice(0, 4)) + 1 },
    obligations: [],
    reviews: [],
    phases: [],
    openQuestions: [],
    rounds: campaignFile.rounds.filter(({ key }) => key === 'prompt'),
  };
}

/** Launches it in a world and opens its round; in the official one it stays open, whatever the day. */
export async function openStanding(world: World): Promise<void> {
  await launch(world, standingOn(await world.now()));
  await accepted(world, {
    actor: engine,
    name: 'openRound',
    input: { campaignId: STANDING, key: 'prompt', occurrence: 'once' },
  });
}
