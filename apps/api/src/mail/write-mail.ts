import { mailTexts } from '@zit/words.pl/mails';
import type { EntityManager } from 'typeorm';

type Texts = typeof mailTexts;
export type MailTemplate = keyof Texts;

/** A mail by its template, with the values that its text needs; `link` is a whole address with its token after `#`. */
export type Mail = { [T in MailTemplate]: { template: T; to: string } & Parameters<Texts[T]>[0] }[MailTemplate];

/**
 * Writes a mail in the transaction of the act itself: an act that is taken back takes its mail along. The worker
 * sends it later, or, in the demo, it waits in the mailbox of the portal.
 */
export async function writeMail(manager: EntityManager, mail: Mail): Promise<void> {
  const { subject, text } = textOf(oneLined(mail));
  await manager.query('insert into mail (template, recipient, subject, body) values ($1, $2, $3, $4)', [
    mail.template,
    mail.to,
    subject,
    text,
  ]);
}

type Untold<M extends Mail = Mail> = M extends Mail ? Omit<M, 'to'> : never;
/** Subject and text of a mail whose recipients the database finds. */
export const composed = (mail: Untold): { subject: string; text: string } =>
  textOf(oneLined({ ...mail, to: '' } as Mail));

/** Each template takes its own values; that they fit is checked where the mail is written. */
const textOf = (mail: Mail): { subject: string; text: string } => {
  const write = mailTexts[mail.template] as (values: Mail) => { subject: string; text: string };
  return write(mail);
};

/** What people typed stays within its sentence: it can neither begin a line that looks like ours nor a header. */
const oneLined = (mail: Mail): Mail =>
  Object.fromEntries(
    Object.entries(mail).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim() : (value as unknown),
    ]),
  ) as unknown as Mail;
