import { ruleOfDuty } from '../domain/campaign-plan/personal-duties.js';
import { fieldsOf, listOf, numberOf, textOf } from './api-client.js';
import { accepted, invented, today, type Stage } from './stage.js';

/** What single persons of a unit do for themselves, before the unit says that everyone has. */

interface Owed {
  readonly key: string;
  readonly occurrence: string;
}

const path = (id: string, act: string): string => `/api/v1/commitments/${encodeURIComponent(id)}/${act}`;

/** The officer and the head stand for everyone: they register, or tell what became of it and confirm each other's word. */
export async function actForThemselves(stage: Stage, unit: string, owed: Owed): Promise<void> {
  const rule = ruleOfDuty(stage.file, owed.key);
  if (rule === undefined) return;
  const [officer, head] = (['officer', 'head'] as const).map(
    (role) => stage.people.holders(unit, role, today(stage))[0],
  );
  if (officer === undefined || head === undefined || officer === head) return;
  for (const who of [officer, head]) {
    if (owed.key === rule.key) await register(stage, who, unit, owed, rule.atLeast ?? 1);
    else await tellResults(stage, who, who === officer ? head : officer, rule.key, owed.occurrence);
  }
}

async function register(stage: Stage, who: string, unit: string, owed: Owed, atLeast: number): Promise<void> {
  const tasks = Array.from({ length: atLeast + 1 }, (_, i) => ({
    key: `viec-${i + 1}`,
    text: invented('việc làm cụ thể đăng ký trong năm'),
  }));
  const body = { campaignId: stage.file.id, rule: owed.key, occurrence: owed.occurrence, unitId: unit, tasks };
  const outcome = await stage.people.ask(who, 'POST', '/api/v1/commitments/personal', body);
  if (!accepted(stage, who, 'đăng ký việc cá nhân', outcome)) return;
  stage.story.path('personal-pledge');
  stage.story.count(stage.now, 'cá nhân đăng ký việc làm');
}

async function tellResults(
  stage: Stage,
  who: string,
  confirms: string,
  rule: string,
  occurrence: string,
): Promise<void> {
  const { people } = stage;
  const own = await people.get(who, '/api/v1/commitments/own');
  const known = listOf(own['items'])
    .map(fieldsOf)
    .find((item) => item['rule'] === rule && item['occurrence'] === occurrence && item['status'] === 'pledged');
  if (known === undefined) return;
  const id = textOf(known['id']);
  const commitment = await people.get(who, `/api/v1/commitments/${encodeURIComponent(id)}`);
  const number = numberOf(commitment['number']);
  const results = listOf(commitment['items']).map((item, i) => ({
    key: textOf(fieldsOf(item)['key']),
    done: i === 0 || stage.chance.of('personal', id, String(i)) < 0.8,
  }));
  const told = await people.ask(who, 'POST', path(id, 'results'), { number, results });
  if (!accepted(stage, who, 'báo cáo kết quả cá nhân', told)) return;
  const outcome = await people.ask(confirms, 'POST', path(id, 'confirmation'), { number: number + 1 });
  if (!accepted(stage, confirms, 'xác nhận kết quả cá nhân', outcome)) return;
  stage.story.path('personal-results');
  stage.story.count(stage.now, 'cá nhân báo cáo kết quả, được xác nhận');
}

/** Codes with which a unit learns that a list is not for its households. */
const NOT_MEANT = ['UNIT_NOT_IN_SCOPE', 'FORBIDDEN'];

/** With its yearly report a unit that keeps lists brings two households up to date. */
export async function keepHouseholds(stage: Stage, who: string, unit: string, occurrence: string): Promise<void> {
  const { people, file } = stage;
  for (const list of file.householdLists ?? []) {
    const keys = list.items?.map(({ key }) => key) ?? Array.from({ length: list.count }, (_, i) => String(i + 1));
    for (const householdId of ['ho-01', 'ho-02']) {
      const id = `${file.id}.${list.key}.once.${unit}.${householdId}`;
      const listed = await people.list(who, `/api/v1/commitments?campaign=${file.id}&rule=${list.key}&unit=${unit}`);
      const isKnown = listed.some((one) => one['id'] === id);
      const before = isKnown
        ? numberOf((await people.get(who, `/api/v1/commitments/${encodeURIComponent(id)}`))['number'])
        : undefined;
      const done = keys.filter((key) => stage.chance.of('household', id, key) < (before === undefined ? 0.5 : 0.8));
      const outcome = await people.ask(who, 'POST', '/api/v1/commitments/households', {
        campaignId: file.id,
        list: list.key,
        unitId: unit,
        householdId,
        name: invented(`hộ ${householdId}`),
        done: done.map((item) => ({ item })),
        ...(before === undefined ? {} : { number: before }),
      });
      if (!outcome.ok && NOT_MEANT.includes(outcome.code)) return;
      if (!accepted(stage, who, `danh mục hộ gia đình ${occurrence}`, outcome)) return;
      stage.story.path('household-list');
      stage.story.count(stage.now, 'cập nhật danh mục việc của hộ gia đình');
    }
  }
}
