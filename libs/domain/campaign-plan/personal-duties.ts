import type { DueRule } from '../deadline/due.js';
import type { CampaignFile } from './campaign.js';
import type { Obligation } from './duties.js';
import type { PersonalPledgeRule } from './pledges.js';
import { modeOf } from './settle-answers.js';

/** Suffix of the duty that collects what persons reached of what they registered. */
const RESULTS = '-ket-qua';

/**
 * What units owe where their people pledge one by one: to have every one of them register, and to collect the results.
 * They are asked, reminded and counted like any other duty of the campaign; the persons themselves are told with them.
 */
export const personalDuties = (file: Pick<CampaignFile, 'personalPledges'>): readonly Obligation[] =>
  (file.personalPledges ?? []).flatMap((rule) => [
    duty(rule, rule.key, rule.due, 'Từng người đăng ký', 'Everyone registers'),
    duty(rule, `${rule.key}${RESULTS}`, rule.resultDue, 'Tổng hợp kết quả từng người', 'Results of everyone'),
  ]);

function duty(rule: PersonalPledgeRule, key: string, due: DueRule, vi: string, en: string): Obligation {
  const { text, who, provenance } = rule;
  return {
    key,
    text: { vi: `${vi}: ${text.vi}`, en: `${en}: ${text.en}` },
    kind: 'mobilisation',
    mode: modeOf(due),
    who,
    due,
    proof: 'record',
    reminders: 'default',
    ...(provenance === undefined ? {} : { provenance }),
  };
}

/** The rule behind a duty of {@link personalDuties}; undefined for every other duty. */
export const ruleOfDuty = (file: Pick<CampaignFile, 'personalPledges'>, key: string): PersonalPledgeRule | undefined =>
  file.personalPledges?.find((rule) => rule.key === key || `${rule.key}${RESULTS}` === key);
