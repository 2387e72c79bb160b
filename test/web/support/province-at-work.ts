import { UNITS } from '../../domain/support/people.js';
import { type ApiUnderTest, nominationOf } from '../../integration/api/api-under-test.js';
import { accepted, personId } from '../../support/test-world.js';

/** Households a unit nominates, as `n-0`, `n-1`... */
export const NOMINEES = [
  'Hộ bà Bùi Thị Mến',
  'Hộ ông Đinh Công Sầm',
  'Hộ bà Quách Thị Lan',
  'Hộ ông Hà Văn Ửng',
  'Hộ bà Xa Thị Đượm',
  'Hộ ông Lường Văn Chựa',
] as const;

/** Nominations of unit a that wait for the secretary of the standing body. */
export async function nominate(api: ApiUnderTest, names: readonly string[] = NOMINEES): Promise<void> {
  const unit = await api.as(UNITS.a, 'officer');
  for (const [i, name] of names.entries()) {
    const nominationId = `n-${String(i)}`;
    const subject = { kind: 'household', id: `subject-${String(i)}`, name };
    await unit.post('/api/v1/nominations', nominationOf(subject.id, { nominationId, subject }));
    await unit.post(`/api/v1/nominations/${nominationId}/submission`);
  }
}

/** A second person at the secretary's queue: the head of unit b, to whom the secretary has delegated it. */
export async function delegateToSecond(api: ApiUnderTest): Promise<void> {
  await accepted(api.world, {
    actor: { kind: 'person', id: personId(UNITS.standing, 'secretary') },
    name: 'delegateRole',
    input: {
      toPersonId: personId(UNITS.b, 'head'),
      unitId: UNITS.standing,
      role: 'secretary',
      from: '2024-10-01',
      to: '2024-10-31',
      reason: 'Cùng xử lý cao điểm',
    },
  });
}

/** Puts more open tasks into the secretary's queue, straight into the derived table: what a list shows, not what it can do. */
export async function fillQueue(api: ApiUnderTest, count: number): Promise<void> {
  await api.world.pool.query({
    text: `insert into read_task select 'nomination:many-' || i || ':1', owner_kind, 'many-' || i, visit, campaign_id, queue,
        unit_id, step, kind, status, opened_at + i * interval '1 second', opened_at + i * interval '1 minute',
        (opened_at + i * interval '1 minute')::date, advisory, next_step_at, whose, closed_at, closed_by, outcome
      from read_task, generate_series(1, $1) as i where id = 'nomination:n-0:1'`,
    values: [count],
  });
}
