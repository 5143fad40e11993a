import type { TestPortal } from './portal';

export interface ReadMail {
  template: string;
  recipient: string;
  subject: string;
  body: string;
  /** Token of the link; empty when there is none. */
  token: string;
}

/** Mails written to this address, the newest first, read where the worker would take them. */
export async function mailsTo(portal: TestPortal, recipient: string): Promise<ReadMail[]> {
  const mails = await portal.dataSource.query<Omit<ReadMail, 'token'>[]>(
    'select template, recipient, subject, body from mail where recipient = $1 order by written_at desc, id',
    [recipient],
  );
  return mails.map((mail) => ({ ...mail, token: /#([\w-]{43})$/m.exec(mail.body)?.[1] ?? '' }));
}
