import { readdirSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { dataFile } from '../../libs/config/paths.js';
import type { LocalDate } from '../../libs/domain/calendar/local-date.js';
import type { CampaignFile } from '../../libs/domain/campaign-plan/campaign.js';
import { mayDecide } from '../../libs/domain/rules/authority.js';
import { ruleBookOfInstallation } from '../../libs/rules/load-rules.js';
import { validateCampaignFile } from '../../libs/reference/campaign-reference.js';
import { loadOrganisation } from '../../libs/reference/organisation-reference.js';

const book = ruleBookOfInstallation();
const DAYS = ['2024-12-27', '2025-06-30', '2025-07-01', '2030-12-27'] as const;

/** Days on which the plan decides: each year at its half and its end, and the weeks after the last. */
const decidingDays = ({ fromYear, toYear }: CampaignFile['period']): readonly LocalDate[] => [
  ...Array.from({ length: toYear - fromYear + 1 }, (_, i) => fromYear + i).flatMap((year): LocalDate[] => [
    `${year}-06-30`,
    `${year}-07-01`,
    `${year}-12-27`,
  ]),
  `${toYear + 1}-02-27`,
];

/** What the bundled plan offers, and the kind of unit whose head decides it. */
function offersOf(id: string) {
  const { file } = validateCampaignFile(dataFile('campaigns', id));
  if (file === undefined) throw new Error(`${id} does not load`);
  const { file: organisation } = loadOrganisation(dataFile('organisations', `${file.organisation}.yaml`));
  const offers = file.rounds.flatMap(({ key, awards, decides }) => {
    const unit = organisation?.units.find((one) => one.id === file.roles[decides].unit);
    if (unit === undefined) throw new Error(`${id}: nobody decides ${key}`);
    return awards.map(({ award }) => ({ key, award, type: unit.type }));
  });
  return { offers, days: decidingDays(file.period) };
}

const plans = readdirSync(dataFile('campaigns')).filter((name) => name.endsWith('.yaml'));

test.each(plans)('S0-34 S3-42 %s asks nobody to decide what the verified law gives to another office', (plan) => {
  const { offers, days } = offersOf(plan);
  const against = days.flatMap((day) =>
    offers
      .filter(({ award, type }) => mayDecide(book, award, day, type) === 'no')
      .map(({ key, award }) => `${key} ${award} on ${day}`),
  );
  expect([offers.length > 0, against]).toEqual([true, []]);
});

test('S0-34 the law gives a Giấy khen to heads of departments, districts up to 30/06/2025 and communes, not to a province', () => {
  const says = (type: Parameters<typeof mayDecide>[3]) => DAYS.map((day) => mayDecide(book, 'GK', day, type));
  expect(says('province-people-committee')).toEqual(['no', 'no', 'no', 'no']);
  expect(says('province-department')).toEqual(['yes', 'yes', 'yes', 'yes']);
  expect(says('district-people-committee')).toEqual(['yes', 'yes', 'no', 'no']);
  expect(says('commune-people-committee')).toEqual(['yes', 'yes', 'yes', 'yes']);
});
