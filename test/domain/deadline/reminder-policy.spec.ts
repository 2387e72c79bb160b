import { describe, expect, it, test } from '@jest/globals';
import {
  type ReminderPolicy,
  type ReminderRule,
  CONTINUOUS_REMINDER_POLICY,
  DEFAULT_REMINDER_POLICY,
  INVITED_REMINDER_POLICY,
  reminderPolicyProblem,
  withoutEscalation,
} from '../../../libs/domain/deadline/reminder-policy.js';

const policies = [DEFAULT_REMINDER_POLICY, INVITED_REMINDER_POLICY, CONTINUOUS_REMINDER_POLICY];

describe('the policies of the product', () => {
  test.each(policies.map((policy) => [policy.id, policy] as const))(
    '%s is usable, plain JSON, and no law',
    (_, policy) => {
      expect(reminderPolicyProblem(policy)).toBeUndefined();
      expect(JSON.parse(JSON.stringify(policy))).toEqual(policy);
      expect(policy.basis).toBe('product-default');
    },
  );

  it('have ids of their own, and what is asked is never escalated', () => {
    expect(new Set(policies.map((policy) => policy.id)).size).toBe(policies.length);
    expect(INVITED_REMINDER_POLICY.steps.some((rule) => rule.kind === 'escalate')).toBe(false);
    expect(withoutEscalation(DEFAULT_REMINDER_POLICY).steps).toEqual(INVITED_REMINDER_POLICY.steps);
  });
});

describe('reminderPolicyProblem', () => {
  const rule: ReminderRule = {
    key: 'a',
    offset: -1,
    unit: 'working',
    time: '08:00',
    kind: 'remind',
    to: 'assignee',
    channels: ['in-app'],
  };
  const withSteps = (...steps: ReminderRule[]): ReminderPolicy => ({ id: 'p', basis: 'product-default', steps });

  test.each<[string, ReminderPolicy]>([
    ['KEY_EMPTY', withSteps({ ...rule, key: '' })],
    ['KEY_REPEATED', withSteps(rule, { ...rule, offset: -2 })],
    ['OFFSET_INVALID', withSteps({ ...rule, offset: 0.5 })],
    ['TIME_INVALID', withSteps({ ...rule, time: '24:00' })],
    ['CHANNELS_EMPTY', withSteps({ ...rule, channels: [] })],
    ['ESCALATES_BEFORE_DUE', withSteps({ ...rule, kind: 'escalate', offset: 0 })],
    ['SOURCE_MISSING', { ...withSteps(rule), basis: 'law' }],
  ])('%s', (problem, policy) => {
    expect(reminderPolicyProblem(policy)).toBe(problem);
  });
});
