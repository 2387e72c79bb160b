import type { AwardRound } from '../domain/campaign-plan/duties.js';
import { fieldsOf, listOf, numberOf, textOf } from './api-client.js';
import type { Task } from './people.js';
import { accepted, invented, today, type Intent, type Stage } from './stage.js';

/** What units tell of their pledges before they nominate, and what those who confirmed them say to it. */

const at = (registration: string, act: string): string =>
  `/api/v1/registrations/${encodeURIComponent(registration)}/${act}`;

/** Where results of pledges open the round, each unit that means to nominate tells them on the day it opens. */
export function planPledgeResults(
  stage: Stage,
  roundId: string,
  round: AwardRound,
  units: readonly string[],
): readonly Intent[] {
  const gate = stage.file.registration?.gate;
  const isGuarded = gate?.rounds === undefined ? round.kind !== 'prompt' : gate.rounds.includes(round.key);
  if (gate === undefined || gate.needs === 'confirmed' || !isGuarded) return [];
  return [...new Set(units)].map((unit) => ({
    id: `pledge-results/${roundId}/${unit}`,
    at: stage.now,
    track: `unit:${unit}`,
    act: () => reportResults(stage, unit),
  }));
}

async function reportResults(stage: Stage, unit: string): Promise<void> {
  const { people, file } = stage;
  const who = people.holder(unit, 'officer', today(stage));
  const [known] = await people.list(who, `/api/v1/registrations?campaign=${file.id}&unit=${unit}`);
  if (known === undefined) return;
  const id = textOf(known['id']);
  const registration = await people.get(who, `/api/v1/registrations/${encodeURIComponent(id)}`);
  const inForce = fieldsOf(registration['inForce']);
  const pledges = listOf(inForce['pledges']).map((pledge) => fieldsOf(pledge));
  if (pledges.length === 0 || fieldsOf(registration['results'])['status'] === 'assessed') return;
  const items = pledges.map(({ key, target }) =>
    typeof target === 'number'
      ? { key, value: target + (stage.chance.of('kept', id, textOf(key)) < 0.9 ? 1 : 0) }
      : { key, claim: 'met', note: invented('đã thực hiện') },
  );
  const body = { number: numberOf(inForce['number']), items };
  const outcome = await people.ask(who, 'POST', at(id, 'results'), body);
  if (!accepted(stage, who, 'báo cáo kết quả giao ước', outcome)) return;
  stage.registrationsWait = true;
  stage.story.path('pledge-results');
  stage.story.count(stage.now, 'báo cáo kết quả giao ước');
}

/** The one who confirmed the pledge takes the results as they were told. */
export async function assessPledge(stage: Stage, who: string, task: Task): Promise<boolean> {
  const body = { visit: task.visit, verdicts: [] };
  const outcome = await stage.people.ask(who, 'POST', at(task.owner.id, 'assessment'), body);
  const done = accepted(stage, who, 'đánh giá kết quả giao ước', outcome);
  if (done) stage.story.path('pledge-assessed');
  if (done) stage.story.count(stage.now, 'đánh giá kết quả giao ước');
  return done;
}
