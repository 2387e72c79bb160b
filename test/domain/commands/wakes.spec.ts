import { describe, expect, it } from '@jest/globals';
import { SIGNALS, wakes } from '../../../libs/domain/wakes.js';
import type { NewEvent, States, StreamKind } from '../../../libs/domain/core/stream.js';
import { ENGINE, OPERATOR } from '../../../libs/domain/access/actor.js';
import { submitted, walkTo } from '../support/dossier-walk.js';
import { CAMPAIGN, UNITS, who } from '../support/people.js';
import { inRound, launched, owes, type Province } from '../support/province.js';

/** Who is woken by everything that happened since `from`. */
function wokenSince(world: Province, from: number): readonly string[] {
  const after = (event: NewEvent): States[StreamKind] => {
    const state = world.state(event.stream.kind, event.stream.id);
    if (state === undefined) throw new Error('an event has a state');
    return state;
  };
  return world.events
    .slice(from)
    .flatMap((event) => wakes(event, after(event)))
    .map(({ workflow, id, signal, visit }) =>
      [workflow, id, signal, ...(visit === undefined ? [] : [visit])].join(' '),
    );
}

const woken = (world: Province, act: () => unknown): readonly string[] => {
  const from = world.events.length;
  act();
  return wokenSince(world, from);
};

describe('who is woken', () => {
  it('the campaign by its own course, not by reports of units', () => {
    const world = launched();
    const lead = who('lead', 'head');
    expect(woken(world, () => owes(world, 'report', '2024', UNITS.a))).toEqual([
      `campaign ${CAMPAIGN} obligationOpened`,
    ]);
    const id = owes(world, 'report', '2024', UNITS.a);
    const fields = { result: 'x', households: 1 };
    expect(woken(world, () => world.must('submitReport', { obligationId: id, fields }, who('a', 'officer')))).toEqual(
      [],
    );
    expect(woken(world, () => world.must('returnReport', { reportId: id, visit: 1, reason: 'x' }, lead))).toEqual([
      `campaign ${CAMPAIGN} obligationReopened`,
    ]);
    const extend = { campaignId: CAMPAIGN, what: 'report/2025', lastDay: '2025-12-05', reason: 'x' };
    expect(woken(world, () => world.must('extendCampaignDate', extend, lead))).toEqual([
      `campaign ${CAMPAIGN} deadlineExtended`,
    ]);
    const activity = {
      campaignId: CAMPAIGN,
      unitId: UNITS.a,
      kind: 'inspection',
      title: 'x',
      from: '2024-05-13',
    } as const;
    const record = (more: object) =>
      woken(world, () => world.must('recordActivity', { ...activity, activityId: 'hd', ...more }, who('a', 'officer')));
    expect(record({})).toEqual([]);
    expect(record({ activityId: 'hd-2', confirmer: UNITS.lead })).toEqual([`campaign ${CAMPAIGN} taskOpened`]);
    const answer = { campaignId: CAMPAIGN, questionId: 'q-round', choice: '', text: 'x' };
    expect(woken(world, () => world.must('answerQuestion', answer, lead))).toEqual([
      `campaign ${CAMPAIGN} questionAnswered`,
    ]);
    expect(woken(world, () => world.must('waiveObligation', { obligationId: id, reason: 'x' }, lead))).toEqual([]);
  });

  it('every campaign by a cluster that is arranged: somebody else may confirm from now on', () => {
    const world = launched();
    const admin = { ...who('province', 'head'), holdings: [{ unitId: UNITS.province, role: 'admin' }] } as const;
    const arranged = { clusterId: 'cum-1', year: 2024, leader: UNITS.a, members: [UNITS.b] };
    expect(woken(world, () => world.must('arrangeCluster', arranged, admin))).toEqual(['campaign * clusterArranged']);
  });

  it('the campaign by the guidance it waits for, and by its rounds', () => {
    const world = launched();
    const obligationId = owes(world, 'guidance', '2024', UNITS.lead);
    const proof = { kind: 'document', number: '1', date: '2024-05-13' } as const;
    const done = woken(world, () => world.must('fulfilObligation', { obligationId, proof }, who('lead', 'officer')));
    expect(done).toEqual([`campaign ${CAMPAIGN} guidanceIssued`]);
    world.on('2024-10-01');
    const opened = woken(world, () =>
      world.must('openRound', { campaignId: CAMPAIGN, key: 'annual', occurrence: '2024' }, ENGINE),
    );
    expect(opened).toEqual([`round ${CAMPAIGN}.annual.2024 roundOpened`, `campaign ${CAMPAIGN} roundOpened`]);
  });

  it('a nomination by each of its steps, a session by its own', () => {
    const world = inRound();
    expect(woken(world, () => submitted(world))).toEqual(['nomination n-1 nominationSubmitted 1']);
    const steps = woken(world, () => walkTo(world, 'n-1', 'appraisal'));
    expect(steps.filter((wake) => wake.startsWith('nomination'))).toHaveLength(3);
    expect(steps).toEqual(
      expect.arrayContaining(['session s-n-1-3 sessionConvened 1', 'session s-n-1-3 councilResultRecorded 1']),
    );
  });

  it('everyone by a changed holiday, nobody by a reminder or a claim', () => {
    const world = inRound();
    submitted(world);
    const change = { date: '2024-10-10', kind: 'holiday', name: 'x', source: 'x', reason: 'x' } as const;
    expect(woken(world, () => world.must('changeCalendarDay', change, OPERATOR))).toContain(
      'campaign * calendarChanged',
    );
    expect(
      woken(world, () => world.must('claimTask', { taskId: 'nomination:n-1:1' }, who('standing', 'secretary'))),
    ).toEqual([]);
    world.on('2024-11-28', '08:00');
    const id = owes(world, 'report', '2024', UNITS.a);
    world.on('2024-11-29', '08:00');
    expect(
      woken(world, () => world.must('remindTask', { owner: { kind: 'obligation', id }, visit: 1 }, ENGINE)),
    ).toEqual([]);
  });

  it('with a word from the list', () => {
    expect(new Set(SIGNALS).size).toBe(SIGNALS.length);
  });
});
