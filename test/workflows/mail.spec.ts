import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deliverMail, type OutgoingMail } from '../../activities/mail/postman.js';
import { renderMail } from '../../activities/mail/render.js';
import { TEMPLATES } from '../../libs/contracts/notice-texts.js';
import { mailSender } from '../../apps/worker/mail-transport.js';
import { Worlds, type World } from '../../libs/ledger/worlds.js';
import { at } from '../domain/support/province.js';
import { person, populate } from './support/organisation.js';

let worlds: Worlds;
let world: World;

beforeAll(async () => {
  worlds = new Worlds({
    ownerUrl: process.env['TEST_DATABASE_URL'] ?? '',
    poolSize: 3,
    officialSchema: `t_${randomUUID().slice(0, 8)}`,
  });
  await worlds.migrate();
  world = await worlds.official();
  await populate(world);
});
afterAll(() => worlds.close());

async function notice(step: string, recipient = person('a', 'officer'), into = world): Promise<number> {
  const { rows } = await into.pool.query<{ id: number }>({
    text: `insert into ops_notice (subject, step, recipient, channel, template, params, business_at)
      values ('obligation:c.plan.once.don-vi-a', $1, $2, 'email', 'task-due', $3, now()) returning id`,
    values: [step, recipient, JSON.stringify({ step: 'obligation/plan', lastDay: '2024-06-30', late: true })],
  });
  return rows[0]!.id;
}
const rowOf = async (id: number, of = world) =>
  (
    await of.pool.query<{ status: string; attempts: number; error: string | null; later: boolean }>({
      text: 'select status, attempts, error, retry_at > clock_timestamp() as later from ops_notice where id = $1',
      values: [id],
    })
  ).rows[0]!;

describe('a mail', () => {
  it('says the same in both languages, with nothing left to fill in', () => {
    for (const template of [...Object.keys(TEMPLATES), 'of-a-later-release']) {
      const what = { vi: 'Ban hành kế hoạch', en: 'Issue the plan' };
      const { subject, text } = renderMail(
        { id: 1, template, params: { lastDay: '2024-06-30', number: 2 } },
        { what, url: 'http://x.invalid' },
      );
      expect(`${subject}\n${text}`).not.toMatch(/\{|\}|undefined/);
      expect(subject).not.toContain('\n');
      expect(text).toContain('---');
    }
  });
});

describe('the postman', () => {
  it('sends each notice under an id of its own, once', async () => {
    const id = await notice('once');
    const sent: OutgoingMail[] = [];
    const options = {
      publicUrl: 'https://vinhdanh.example',
      send: (mail: OutgoingMail) => Promise.resolve(void sent.push(mail)),
    };
    await Promise.all([deliverMail(world, options), deliverMail(world, options)]);
    await deliverMail(world, options);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      to: 'don-vi-a.officer@example.invalid',
      messageId: `<notice-${id}@vinhdanh.example>`,
    });
    expect(sent[0]!.text).toContain('30/06/2024');
    expect(sent[0]!.text).toContain('gửi muộn');
    expect(sent[0]!.text).toContain('https://vinhdanh.example/matters/obligation/c.plan.once.don-vi-a');
    expect(await rowOf(id)).toMatchObject({ status: 'sent', error: null });
  });

  it('keeps what cannot be sent, without holding the others up', async () => {
    const nobody = await notice('nobody', 'no-such-person');
    const id = await notice('down');
    const options = {
      publicUrl: 'https://vinhdanh.example',
      send: () => Promise.reject(Object.assign(new Error('x'), { code: 'ECONNREFUSED' })),
    };
    await deliverMail(world, options);
    expect(await rowOf(nobody)).toMatchObject({ status: 'queued', error: 'NO_ADDRESS', later: true });
    expect(await rowOf(id)).toMatchObject({ status: 'queued', error: 'ECONNREFUSED', later: true });
  });

  it('writes files where no mail server is named', async () => {
    const id = await notice('file');
    const folder = mkdtempSync(join(tmpdir(), 'vinhdanh-mail-'));
    const send = mailSender({
      SMTP_URL: undefined,
      MAIL_FROM: 'Vinh Danh <no-reply@vinhdanh.invalid>',
      VINHDANH_DATA: folder,
    });
    await deliverMail(world, { publicUrl: 'https://vinhdanh.example', send });
    expect(readdirSync(join(folder, 'mail'))).toContain(`${id}.eml`);
    expect(readFileSync(join(folder, 'mail', `${id}.eml`), 'utf8')).toContain(
      `Message-ID: <notice-${id}@vinhdanh.example>`,
    );
  });

  it('lets nothing out of a rehearsal', async () => {
    const rehearsal = await worlds.createRehearsal({
      name: 'post',
      clock: at('2024-06-03'),
      createdBy: 'test',
      purpose: {},
    });
    const id = await notice('rehearsed', person('a', 'officer'), rehearsal);
    await deliverMail(rehearsal, {
      publicUrl: 'https://vinhdanh.example',
      send: () => Promise.reject(new Error('sent')),
    });
    expect(await rowOf(id, rehearsal)).toMatchObject({ status: 'held', attempts: 0 });
  });
});
