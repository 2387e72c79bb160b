import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { judgeVote, reachesThreshold } from '../../../libs/domain/rules/votes.js';
import { book } from './facts-fixture.js';

const count = (inFavour: number, present = 15, members = 15) => ({ inFavour, present, members });

describe('the vote of a council, by the rules of its day', () => {
  it('3 wants 90 % of all members for the provincial title under decree 91/2017', () => {
    const vote = (inFavour: number, present: number) =>
      judgeVote(book, { award: 'CSTDT', on: '2023-06-01' }, { members: 20, present, inFavour });
    expect(vote(18, 18)).toMatchObject([
      { row: 'vote-nd91-90', percent: 90, base: 'all-members', met: true, binding: true },
    ]);
    expect(vote(17, 17)).toMatchObject([{ met: false, binding: true }]);
  });
  it('binds nothing now: no threshold of the law in force was found', () => {
    expect(judgeVote(book, { award: 'CSTDT', on: '2025-08-01' }, count(1))).toEqual([]);
  });
  it('takes the rule of a place before the general one', () => {
    const inquiry = { award: 'LDTT', on: '2020-06-01', localities: ['lang-son'] } as const;
    expect(judgeVote(book, inquiry, count(11))).toMatchObject([{ row: 'vote-ls-70', met: true }]);
    expect(judgeVote(book, inquiry, count(10))).toMatchObject([{ met: false }]);
  });
  it('is exact, and one more vote in favour never hurts', () => {
    const rule = book.tables.votes.find(({ id }) => id === 'vote-nd91-90')!;
    expect([reachesThreshold(rule, count(9, 9, 10)), reachesThreshold(rule, count(8, 9, 9))]).toEqual([true, false]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(59), (members, inFavour) => {
        const votes = Math.min(inFavour, members - 1);
        const [less, more] = [votes, votes + 1].map((n) =>
          reachesThreshold(rule, { members, present: members, inFavour: n }),
        );
        expect(less === true && more === false).toBe(false);
      }),
    );
  });
});
