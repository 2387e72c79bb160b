import { describe, expect, test } from '@jest/globals';
import type { PledgeGate } from '../../../libs/domain/campaign-plan/pledges.js';
import { comparePledge, gateOf, gateProblem, refuseGated } from '../../../libs/domain/registration/pledge-results.js';
import type { PledgeResults, RegistrationState } from '../../../libs/domain/registration/registration.stream.js';
import { campaignFile } from '../support/sample-province-campaign.js';

const text = { $seal: 'unit/a' };
const pledges = [
  { key: 'mui-nhon', own: true, text, target: 5, spearhead: true },
  { key: 'giam', own: true, text, target: 3, lowerIsBetter: true },
  { key: 'loi', own: false, text },
] as const;
const results = (value: number, more: Partial<PledgeResults> = {}): PledgeResults => ({
  number: 1,
  status: 'assessed',
  items: [
    { key: 'mui-nhon', value },
    { key: 'giam', value: 4 },
    { key: 'loi', claim: 'met' },
  ],
  reportedAt: 0,
  ...more,
});
const state = (more: Partial<RegistrationState>): RegistrationState => ({
  campaignId: 'c',
  unitId: 'a',
  head: 'a.head',
  status: 'confirmed',
  number: 1,
  pledges,
  visit: 1,
  open: {},
  inForce: { number: 1, pledges, confirmedAt: 0, confirmedBy: 'x' },
  ...more,
});
const gate = (needs: PledgeGate['needs'], enforced = true): PledgeGate => ({
  needs,
  provenance: { basis: 'document', enforced },
});

describe('what results of a pledge open or bar', () => {
  test('S1-44 entry by entry: the assessor’s word, else the numbers, else the claim', () => {
    const verdicts = (one: PledgeResults): readonly unknown[] =>
      comparePledge(pledges, one).map(({ verdict }) => verdict);
    expect(verdicts(results(5))).toEqual(['met', 'not-met', 'met']);
    expect(verdicts(results(4, { verdicts: { 'mui-nhon': 'met', loi: 'not-met' } }))).toEqual([
      'met',
      'not-met',
      'not-met',
    ]);
    expect(comparePledge(pledges, undefined).map(({ verdict, gap }) => [verdict, gap])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });

  test('S1-45 as strictly as the campaign says', () => {
    const problem = (needs: PledgeGate['needs'], more: Partial<RegistrationState>): unknown =>
      gateProblem(gate(needs), state(more))?.lacks;
    expect(gateProblem(gate('confirmed'), undefined)?.lacks).toBe('confirmed');
    expect(problem('confirmed', { inForce: undefined })).toBe('confirmed');
    expect(problem('confirmed', {})).toBeUndefined();
    expect(problem('results', { results: results(5, { status: 'reported' }) })).toBe('results');
    expect(problem('results', { results: results(0) })).toBeUndefined();
    expect(problem('spearheads-met', { results: results(5) })).toBeUndefined();
    expect(gateProblem(gate('all-met'), state({ results: results(5) }))).toEqual({ lacks: 'met', keys: ['giam'] });
  });

  test('S1-45 S1-47 an unverified gate advises and refuses nothing; prompt rounds stand outside unless named', () => {
    expect(refuseGated(gate('results', false), state({}), 'a')).toEqual({ advice: { lacks: 'results', keys: [] } });
    expect(refuseGated(gate('results'), state({}), 'a').refused).toMatchObject({
      refusal: { code: 'PLEDGE_NOT_KEPT' },
    });
    const { registration } = campaignFile;
    if (registration === undefined) throw new Error('the fixture has a registration');
    const file = (rounds?: readonly string[]) => ({
      ...campaignFile,
      registration: { ...registration, gate: { ...gate('results'), rounds } },
    });
    expect(gateOf(file(), { key: 'dot-xuat', kind: 'prompt' })).toBeUndefined();
    expect(gateOf(file(['dot-xuat']), { key: 'dot-xuat', kind: 'prompt' })).toBeDefined();
    expect(gateOf(file(['dot-xuat']), { key: 'annual', kind: 'annual' })).toBeUndefined();
    expect(gateOf(campaignFile, { key: 'annual', kind: 'annual' })).toBeUndefined();
  });
});
