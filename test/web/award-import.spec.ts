import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { awardImportWords } from '../../apps/web/award-import/award-import.words.js';
import { UNITS } from '../domain/support/people.js';
import { ApiUnderTest } from '../integration/api/api-under-test.js';
import { xlsx, type Cell } from '../support/xlsx.js';
import { launchChromium, withoutBrowser } from './support/chromium.js';
import { Reader } from './support/reader.js';
import { LOOKS, sound } from './support/sound.js';

const t = awardImportWords.vi;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const HEADER = ['TT', 'Họ và tên', 'Được tặng', 'Năm', 'Số QĐ', 'Ngày QĐ', 'Cơ quan ban hành'];
const row = (i: number, award = 'CSTĐCS', date = '10/01/2023'): Cell[] => [
  i,
  `Người Cũ ${String(i)}`,
  award,
  2022,
  '7/QĐ',
  date,
  UNITS.a,
];
const rows = (from: number, to: number): Cell[][] => Array.from({ length: to - from + 1 }, (_, i) => row(from + i));

/** Sixty-two people, two of them with a cell nobody can read; what was given stands under a header nobody knows. */
const file = {
  name: 'khen-thuong-2022.xlsx',
  mimeType: XLSX,
  buffer: xlsx([
    ['UBND TỈNH THỬ'],
    ['DANH SÁCH KHEN THƯỞNG'],
    HEADER,
    ...rows(1, 59),
    row(60, 'Danh hiệu lạ'),
    row(61, 'CSTĐCS', '31/02/2023'),
    row(62),
  ]),
};

(withoutBrowser() ? describe.skip : describe)('past decisions from a spreadsheet, in a browser', () => {
  let api: ApiUnderTest;
  let browser: Browser;
  beforeAll(async () => {
    [api, browser] = await Promise.all([ApiUnderTest.start(), launchChromium()]);
  });
  afterAll(async () => {
    await browser.close();
    await api.stop();
  });

  const choose = async ({ page }: Reader, given: typeof file): Promise<void> => {
    await page.locator('input[type=file]').setInputFiles(given);
  };

  it('S3-65 is looked at, its columns put right, entered, and known when it comes again', async () => {
    const reader = await Reader.open(browser, api);
    const { page } = reader;
    await reader.signIn(UNITS.standing, 'secretary', '/admin?part=register');
    await page.getByRole('link', { name: t.title }).click();
    await page.getByRole('heading', { name: t.title, level: 1 }).waitFor();
    await sound(reader);
    await choose(reader, file);
    await page.getByText(t.missing(t.award)).waitFor();
    await sound(reader);
    expect(await page.getByRole('button', { name: /^Ghi vào sổ/ }).count()).toBe(0);

    await page.getByRole('combobox', { name: t.award }).click();
    await page.getByRole('option', { name: 'Cột C: Được tặng' }).click();
    const enter = page.getByRole('button', { name: t.enter('60') });
    await enter.waitFor();
    // Looking is a dry run: nothing stands in the register.
    const held = async (): Promise<number> => {
      const { rows } = await api.world.pool.query<{ n: number }>('select count(*)::int as n from read_award');
      return rows[0]?.n ?? 0;
    };
    expect(await held()).toBe(0);
    const table = page.getByRole('table', { name: t.preview });
    await table.getByRole('row', { name: /Người Cũ 50/ }).waitFor();
    expect(await table.getByRole('row', { name: /Người Cũ 51/ }).count()).toBe(0);
    await page.getByRole('button', { name: 'Xem thêm' }).click();
    await table.getByRole('row', { name: /Người Cũ 62/ }).waitFor();

    await page.getByRole('checkbox', { name: t.onlyWrong }).check();
    await table.getByRole('row', { name: /Người Cũ 1 / }).waitFor({ state: 'detached' });
    await table.getByText('Không nhận ra danh hiệu, hình thức «Danh hiệu lạ».').waitFor();
    await table.getByText('Ngày «31/02/2023» không có trong lịch.').waitFor();
    await table.getByText(t.atColumn('F')).waitFor();
    await sound(reader);

    await enter.click();
    await page.getByText(t.entered('60')).waitFor();
    await page.getByText(t.enteredDetail('60', '0', '2')).waitFor();
    await page.getByText(t.allKnown).waitFor();
    await sound(reader);
    expect(await held()).toBe(60);

    await page.reload();
    await choose(reader, file);
    await page.getByRole('combobox', { name: t.award }).click();
    await page.getByRole('option', { name: 'Cột C: Được tặng' }).click();
    await page.getByText(t.allKnown).waitFor();
    expect(await page.getByRole('button', { name: /^Ghi vào sổ/ }).count()).toBe(0);
    await page.getByRole('link', { name: t.back }).click();
    await page
      .getByRole('row', { name: new RegExp(UNITS.a) })
      .or(page.getByText('2022: 60'))
      .first()
      .waitFor();
    await reader.close();
  });

  it('says which file is none, and lets the row of the header be named', async () => {
    for (const look of LOOKS) {
      const words = awardImportWords[look.language ?? 'vi'];
      const reader = await Reader.open(browser, api, look);
      const { page } = reader;
      await reader.signIn(UNITS.homeAffairs, 'appraiser', '/award-import');
      await page.getByText(words.needs).waitFor();
      await choose(reader, {
        ...file,
        name: 'hong.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from([0xff, 0xfe, 0x41]),
      });
      await page.getByRole('alert').waitFor();
      const csv = `A;B;C;D;E;F\n${['Họ và tên', 'Khen', 'Niên độ', 'Số QĐ', 'Ngày QĐ', 'Cơ quan ban hành'].join(';')}\nNgười Khác;LĐTT;2022;8/QĐ;10/01/2023;${UNITS.a}\n`;
      await choose(reader, { ...file, name: 'khac.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
      const header = page.getByRole('textbox', { name: words.headerRow });
      await header.waitFor();
      expect(await header.inputValue()).toBe('2');
      await page.getByText(words.missing(`${words.year}, ${words.award}`)).waitFor();
      await sound(reader);
      await header.fill('1');
      await page.getByText(words.missing(words.name), { exact: false }).waitFor();
      await page.getByRole('button', { name: words.reset }).click();
      await page.getByText(words.missing(`${words.year}, ${words.award}`)).waitFor();
      for (const [field, column] of [
        [words.year, 'Niên độ'],
        [words.award, 'Khen'],
      ] as const) {
        await page.getByRole('combobox', { name: field }).click();
        await page.getByRole('option', { name: new RegExp(column) }).click();
      }
      await page.getByRole('button', { name: words.enter('1') }).waitFor();
      await sound(reader);
      await reader.close();
    }
  });

  it('is for those who keep the register', async () => {
    const reader = await Reader.open(browser, api);
    await reader.signIn(UNITS.a, 'officer', '/award-import');
    await reader.page.getByText(t.notAllowed).waitFor();
    await sound(reader);
    await reader.close();
  });
});
