/** GET /api/v1/mailbox: mails that the embedded demo would have sent, newest first; 404 in a real installation. */
export interface Mailbox {
  items: MailboxItem[];
}

export interface MailboxItem {
  id: string;
  to: string;
  subject: string;
  writtenAt: string;
}

/** GET /api/v1/mailbox/:id */
export interface MailboxMail extends MailboxItem {
  text: string;
  /** The link of the mail, to be opened with a click; null: it has none. */
  link: string | null;
}
