import { describe, expect, it } from '@jest/globals';
import { ENGINE } from '../../../libs/domain/access/actor.js';
import { outcome, refusalOf } from '../support/outcome.js';
import { submitted, walkTo } from '../support/dossier-walk.js';
import { who } from '../support/people.js';
import { inRound, type Province } from '../support/province.js';

const id = 'n-said';
const officer = who('a', 'officer');
const secretary = who('standing', 'secretary');

function atItsFirstStep(): Province {
  const world = inRound();
  submitted(world, id);
  return world;
}

const say = (world: Province, text: string, actor = officer) =>
  world.execute('commentNomination', { nominationId: id, text }, actor);
const toldOf = (world: Province, number: number): readonly string[] =>
  world.notices
    .filter(
      ({ template, step, channel }) =>
        template === 'nomination-commented' && step === `comment/${number}` && channel === 'in-app',
    )
    .map(({ recipient }) => recipient)
    .sort();

describe('comments on a dossier', () => {
  it('are facts of its history, sealed, and move neither its step nor its date', () => {
    const world = atItsFirstStep();
    const before = world.state('nomination', id)!;
    expect(outcome(say(world, '  Bà Mến đã được tặng Giấy khen năm 2023 chưa?  ', secretary))).toBe('accepted');
    const { comments, ...after } = world.state('nomination', id)!;
    expect(after).toEqual(before);
    expect(comments).toEqual({ count: 1, by: [secretary.id] });
    const said = world.events.at(-1);
    expect(said).toMatchObject({ type: 'nominationCommented', payload: { number: 1 } });
    expect(JSON.stringify(said)).not.toContain('Giấy khen');
  });

  it('are told to the unit, to who has the step or could take it, and to who spoke before; never to the speaker', () => {
    const world = atItsFirstStep();
    const head = who('a', 'head').id;
    say(world, 'Đã có xác nhận của xã chưa?', secretary);
    expect(toldOf(world, 1)).toEqual([officer.id, head].sort());
    say(world, 'Đã có, xin gửi kèm.');
    expect(toldOf(world, 2)).toEqual([head, secretary.id].sort());
    world.must('approveStep', { nominationId: id, visit: 1 }, secretary);
    const lead = who('lead', 'officer').id;
    say(world, 'Xin sớm cho ý kiến.');
    expect(toldOf(world, 3)).toEqual([head, lead, secretary.id].sort());
  });

  it('are no longer told to all who could take the step once one person has it in hand', () => {
    const world = atItsFirstStep();
    const other = who('b', 'officer').id;
    world.must('reassignTask', { taskId: `nomination:${id}:1`, to: other, reason: 'Phối hợp' }, secretary);
    say(world, 'Đã gửi bổ sung.');
    expect(toldOf(world, 1)).toEqual([who('a', 'head').id, other].sort());
  });

  it('are refused to units without a part in it, to auditors, without words, and once it is archived', () => {
    const world = atItsFirstStep();
    expect(refusalOf(say(world, 'Xin hỏi', who('b', 'officer'))).code).toBe('FORBIDDEN');
    expect(refusalOf(say(world, 'Xin hỏi', who('standing', 'auditor'))).code).toBe('FORBIDDEN');
    expect(refusalOf(say(world, ' \n '))).toMatchObject({ code: 'INVALID_INPUT', field: 'text' });
    expect(
      refusalOf(world.execute('commentNomination', { nominationId: 'n-none', text: 'Xin hỏi' }, officer)).code,
    ).toBe('NOT_FOUND');
    const visit = walkTo(world, id, 'archive');
    // A step that waits for time alone waits at nobody's.
    expect(outcome(say(world, 'Khi nào trao?', secretary))).toBe('accepted');
    world.must('endTimedStep', { nominationId: id, visit, key: 'archive' }, ENGINE);
    expect(refusalOf(say(world, 'Xin hỏi'))).toMatchObject({
      code: 'NOT_ALLOWED_IN_STATE',
      params: { status: 'archived' },
    });
  });
});
