import { describe, expect, it } from '@jest/globals';
import { nominationWait, roundWait, sessionWait } from '../../../libs/domain/engine/step-wait.js';
import { ENGINE } from '../../../libs/domain/access/actor.js';
import { ROUND, submitted, voteOn, walkTo } from '../support/dossier-walk.js';
import { CAMPAIGN, UNITS, who } from '../support/people.js';
import { at, inRound, type Province } from '../support/province.js';

const nomination = (world: Province, id: string, now = world.now) => nominationWait(world.state('nomination', id), now);

describe('what a nomination waits for', () => {
  it('is nothing before it is handed in, and nothing on hold', () => {
    expect(nominationWait(undefined, 0)).toMatchObject({ open: false, due: [] });
    const world = inRound();
    const id = submitted(world);
    expect(nomination(world, id)).toMatchObject({
      open: true,
      stage: 'completeness',
      waitingFor: `${UNITS.standing}/secretary`,
      due: [],
    });
    world.must(
      'holdNomination',
      { nominationId: id, reason: 'Xác minh', ground: 'complaint' },
      who('standing', 'secretary'),
    );
    expect(nomination(world, id)).toMatchObject({ open: false, stage: 'on-hold', due: [] });
  });

  it('is time alone at a step without a queue: at once where it has no limit', () => {
    const world = inRound();
    const id = submitted(world);
    walkTo(world, id, 'publication');
    const wait = nomination(world, id);
    expect(wait.waitingFor).toBe('time');
    expect(wait.due).toEqual([
      expect.objectContaining({ does: 'endTimedStep', step: 'publication', visit: wait.visit }),
    ]);
    expect(wait.due[0]!.at).toBe(wait.since);
  });

  it('is due to the millisecond', () => {
    const world = inRound();
    const id = submitted(world);
    world.must('returnNomination', { nominationId: id, visit: 1, reason: 'Thiếu' }, who('standing', 'secretary'));
    const next = nomination(world, id).nextAt!;
    expect(next).toBeGreaterThan(world.now);
    expect(nomination(world, id, next - 1).due).toEqual([]);
    expect(nomination(world, id, next - 1).nextAt).toBe(next);
    expect(nomination(world, id, next).due).toEqual([
      expect.objectContaining({ does: 'remindTask', visit: 2, at: next }),
    ]);
  });

  it('is never the same act again once it was done', () => {
    const world = inRound();
    const id = submitted(world);
    world.must('returnNomination', { nominationId: id, visit: 1, reason: 'Thiếu' }, who('standing', 'secretary'));
    const keys: string[] = [];
    for (
      let wait = nomination(world, id);
      wait.nextAt !== undefined || wait.due.length > 0;
      wait = nomination(world, id)
    ) {
      world.now = wait.due[0]?.at ?? wait.nextAt ?? world.now;
      for (const act of nomination(world, id).due) {
        keys.push(act.key);
        world.must('remindTask', { owner: { kind: 'nomination', id }, visit: 2 }, ENGINE);
      }
      expect(keys.length).toBeLessThan(50);
    }
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBeGreaterThan(2);
  });
});

describe('what a round waits for', () => {
  it('is its last day, then its list, then nothing', () => {
    const world = inRound();
    const round = (now = world.now) => roundWait(world.state('round', ROUND), now);
    const closes = at('2024-11-01', '00:00');
    expect(round()).toMatchObject({ open: true, nextAt: closes, waitingFor: 'time', due: [] });
    expect(round(closes - 1).due).toEqual([]);
    expect(round(closes).due).toEqual([{ does: 'closeRoundWindow', key: 'close/2024-10-31', at: closes }]);
    world.now = closes;
    world.must('closeRoundWindow', { roundId: ROUND }, ENGINE);
    expect(round()).toMatchObject({ open: true, stage: 'listing', waitingFor: `${UNITS.lead}/officer`, due: [] });
    world.must('makeSubmissionList', { roundId: ROUND }, who('lead', 'officer'));
    expect(round()).toMatchObject({ open: false, campaignId: CAMPAIGN });
  });
});

describe('what a session waits for', () => {
  it('is its record', () => {
    const world = inRound();
    const id = submitted(world);
    const visit = walkTo(world, id, 'council');
    const session = () => sessionWait(world.state('session', 's-9'), world.now);
    expect(session().open).toBe(false);
    const agenda = [{ nominationId: id, visit }];
    world.must(
      'conveneSession',
      { sessionId: 's-9', campaignId: CAMPAIGN, councilId: UNITS.council, date: '2024-11-20', members: 9, agenda },
      who('council', 'secretary'),
    );
    expect(session()).toMatchObject({ open: true, stage: 'convened', waitingFor: `${UNITS.council}/secretary` });
    expect(session().nextAt).toBeLessThan(at('2024-11-21', '00:00'));
    voteOn(world, agenda, 'approved', 's-10');
    expect(sessionWait(world.state('session', 's-10'), world.now).open).toBe(false);
  });
});
