import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { OutgoingMail } from '../../activities/mail/postman.js';
import type { Environment } from '../../libs/config/env.js';

type MailSettings = Pick<Environment, 'SMTP_URL' | 'MAIL_FROM' | 'VINHDANH_DATA'>;

/** Sends by SMTP, or writes each mail to a file where no server is named: seen there, and never sent by mistake. */
export function mailSender({
  SMTP_URL,
  MAIL_FROM,
  VINHDANH_DATA,
}: MailSettings): (mail: OutgoingMail) => Promise<void> {
  const compose = (mail: OutgoingMail) => ({
    from: MAIL_FROM,
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    messageId: mail.messageId,
    headers: { 'Auto-Submitted': 'auto-generated' },
  });
  if (SMTP_URL !== undefined) {
    const smtp = createTransport(SMTP_URL, {
      pool: true,
      maxConnections: 2,
      connectionTimeout: 10_000,
      socketTimeout: 30_000,
    } as object);
    return async (mail) => void (await smtp.sendMail(compose(mail)));
  }
  const files = createTransport({ streamTransport: true, buffer: true });
  const folder = join(VINHDANH_DATA, 'mail');
  return async (mail) => {
    const { message } = await files.sendMail(compose(mail));
    await mkdir(folder, { recursive: true });
    const file = join(folder, `${mail.noticeId}.eml`);
    await writeFile(`${file}.tmp`, message as Buffer);
    await rename(`${file}.tmp`, file);
  };
}
