import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { calendarDue } from '../../../apps/cli/calendar.js';

const written: string[] = [];
const run = (options: Parameters<typeof calendarDue>[0]): readonly string[] => {
  written.length = 0;
  const spy = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written.push(String(text).trimEnd());
    return true;
  });
  calendarDue(options);
  spy.mockRestore();
  return [...written];
};
afterEach(() => {
  jest.restoreAllMocks();
});

describe('vinhdanh calendar due', () => {
  it('prints the ISO date first', () => {
    expect(run({ from: '2026-02-06', days: '10', unit: 'working' })[0]).toBe('2026-02-27  (27/02/2026)');
  });
  it('explains each day: its number where it counts, why where it does not', () => {
    const lines = run({ from: '2024-08-30', days: '2', unit: 'working', explain: true });
    expect(lines[0]).toMatch(/^2024-09-05 /);
    expect(lines[1]).toContain('2024-08-30     –  ngày bắt đầu không tính');
    expect(lines.find((line) => line.includes('2024-08-31'))).toContain('cuối tuần');
    expect(lines.find((line) => line.includes('2024-09-02'))).toContain('nghỉ lễ');
    expect(lines.at(-1)).toMatch(/2024-09-05 +2 {2}ngày làm việc/);
  });
  it('explains why a limit in calendar days ends on the next working day', () => {
    const lines = run({ from: '2024-08-29', days: '2', unit: 'calendar', explain: true });
    expect(lines[0]).toMatch(/^2024-09-04 /);
    expect(lines.find((line) => line.includes('2024-08-31'))).toMatch(/ 2 {2}cuối tuần/);
    expect(lines.at(-1)).toContain('ngày làm việc tiếp theo');
  });
  it.each([
    [{ from: '30/08/2024', days: '2', unit: 'working' }],
    [{ from: '2024-08-30', days: '0', unit: 'working' }],
    [{ from: '2024-08-30', days: '2', unit: 'hours' }],
  ])('refuses %j', (options) => expect(() => calendarDue(options)).toThrow());
});
