import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';

export interface Delivery {
  smtpUrl: string;
  from: string;
  /** Id of the row: the same mail keeps its Message-ID, so that a repeat is recognised. */
  id: string;
  recipient: string;
  subject: string;
  text: string;
  writtenAt: Date;
}

/** Shorter than the first pause before a repeat, so that a mail is never under way twice at once. */
const WHOLE_MS = 45_000;

/** What the other side said or did; `responseCode` is null when it did not answer. */
export class DeliveryFault extends Error {
  constructor(
    code: string,
    readonly responseCode: number | null,
  ) {
    super(responseCode === null ? code : `${code} ${responseCode}`);
  }
}

/** The mail as it goes over the wire: our own subject, plain text, addresses as objects and never as header text. */
export function composeMail({
  from,
  id,
  recipient,
  subject,
  text,
  writtenAt,
}: Omit<Delivery, 'smtpUrl'>): Promise<Buffer> {
  const host = /@([\w.-]+)>?$/.exec(from)?.[1] ?? 'localhost';
  return new MailComposer({
    from,
    to: { name: '', address: recipient },
    subject,
    text,
    messageId: `<${id}@${host}>`,
    date: writtenAt,
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}

/**
 * Hands one mail over. `underWay` is asked right before the first byte of the text leaves: up to there a failure
 * means that nobody got anything.
 * @throws DeliveryFault
 */
export async function deliver(mail: Delivery, underWay: () => Promise<void>): Promise<void> {
  const message = await composeMail(mail);
  const { auth, ...options } = parseConnectionUrl(mail.smtpUrl);
  const connection = new SMTPConnection({
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    ...options,
  });
  const text = Readable.from(
    (async function* () {
      await underWay();
      yield message;
    })(),
  );
  const late = setTimeout(() => connection.close(), WHOLE_MS);
  try {
    await new Promise<void>((done, failed) => {
      const fail = (error: SMTPConnection.SMTPError): void =>
        failed(new DeliveryFault(error.code ?? 'EUNKNOWN', error.responseCode ?? null));
      const step = (next: () => void) => (error?: SMTPConnection.SMTPError | null) => (error ? fail(error) : next());
      const send = (): void => connection.send({ from: addressOf(mail.from), to: mail.recipient }, text, step(done));
      connection.on('error', fail);
      connection.on('end', () => failed(new DeliveryFault('ECONNECTION', null)));
      connection.connect(step(() => (auth && 'pass' in auth ? connection.login(auth, step(send)) : send())));
    });
    connection.quit();
  } finally {
    clearTimeout(late);
    text.destroy();
    connection.close();
  }
}

/** `Portal <portal@example.pl>` → `portal@example.pl` */
const addressOf = (from: string): string => /<([^<>]+)>$/.exec(from)?.[1] ?? from;
