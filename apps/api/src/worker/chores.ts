import { mailsToTheForgotten } from '@zit/words.pl/mails';
import type { EntityManager } from 'typeorm';
import { collectFiles } from '../attachment/collect-files';
import { proveFiles } from '../attachment/prove-files';
import { newFileStore } from '../files/new-file-store';
import { openOffers } from '../formal/open-offers';
import type { Settings } from '../http/settings';
import { publishSeals } from '../journal/publish-seals';
import { sealJournal } from '../journal/seal-journal';
import { proposeRetention } from '../personal/retention';

/** Something the worker does from time to time; it runs inside a transaction that holds the chore's lock. */
export interface Chore {
  name: string;
  everyMinutes: number;
  /** Numbers about what was done. `faulty` above zero is reported as an error. */
  run(manager: EntityManager, settings: Settings): Promise<{ faulty: number; [count: string]: number }>;
}

/** What signs nobody in any more leaves its table: `[name, table, condition]`. An expired session is dead before that. */
const EXPIRED = [
  ['attempts', 'sign_in_attempt', `at < now() - interval '1 day'`],
  ['tokens', 'person_token', `expires_at < now() - interval '1 day'`],
  ['challenges', 'passkey_challenge', `made_at < now() - interval '1 hour'`],
  ['flows', 'provider_flow', `begun_at < now() - interval '1 hour'`],
  ['presences', 'offer_presence', `seen_at < now() - interval '1 minute'`],
  // As long as the browser keeps its cookie.
  ['devices', 'known_device', `seen_at < now() - interval '400 days'`],
] as const;

const forgetExpired: Chore = {
  name: 'forget-expired',
  everyMinutes: 10,
  async run(manager) {
    const sessions = await deleted(
      manager,
      `delete from session where seen_at < now() - interval '60 minutes' or created_at < now() - interval '12 hours'`,
    );
    const others: Record<string, number> = {};
    for (const [name, table, condition] of EXPIRED)
      others[name] = await deleted(manager, `delete from ${table} where ${condition}`);
    return { faulty: 0, sessions, ...others };
  },
};

/** Entries of the journal get under a seal within about a minute; the half lets no tick pass for being a bit early. */
const sealEntries: Chore = {
  name: 'seal-journal',
  everyMinutes: 0.5,
  async run(manager) {
    return { faulty: 0, ...(await sealJournal(manager)) };
  },
};

/** Offers open within about a minute of their deadline, and their formal cards are computed (decision 14). */
const openReceived: Chore = {
  name: 'open-offers',
  everyMinutes: 0.5,
  async run(manager) {
    return { faulty: 0, ...(await openOffers(manager)) };
  },
};

/** The last seal of each day goes where others keep copies of it, if there is such a place. */
const publishDays: Chore = {
  name: 'publish-seals',
  everyMinutes: 60,
  async run(manager, { sealsDirectory }) {
    return { faulty: 0, files: sealsDirectory === null ? 0 : await publishSeals(manager, sealsDirectory) };
  },
};

/** What a sent mail said (and the link in it) is needed no longer; that it was sent stays to be seen. */
const emptySentMails: Chore = {
  name: 'empty-sent-mails',
  everyMinutes: 60,
  async run(manager) {
    const [, mails] = await manager.query<[unknown[], number]>(
      `update mail set body = '' where body <> '' and sent_at < now() - interval '1 day'`,
    );
    // Somebody forgotten is told so at an address that nothing else knows any more.
    const last = await deleted(
      manager,
      `delete from mail where template in (${mailsToTheForgotten.map((template) => `'${template}'`).join(', ')})
       and (sent_at is not null or written_at < now() - interval '7 days')`,
    );
    return { faulty: 0, mails, last };
  },
};

/** Stored files in one step; a step reads at most some tens of megabytes. */
const FILES_AT_ONCE = 50;

/** Stored documents still have the bytes and the facts that were sealed: their SHA-256 is computed again. */
const proveDocuments: Chore = {
  name: 'prove-documents',
  everyMinutes: 24 * 60,
  async run(manager) {
    let after = ['00000000-0000-0000-0000-000000000000', ''];
    let files = 0;
    let faulty = 0;
    for (;;) {
      const batch = await manager.query<{ id: string; format: string; right: boolean }[]>(
        `select document_id as id, format, encode(sha256(bytes), 'hex') = sha256 as right from document_file
         where (document_id, format) > ($1::uuid, $2) order by document_id, format limit ${FILES_AT_ONCE}`,
        after,
      );
      files += batch.length;
      faulty += batch.filter((file) => !file.right).length;
      const last = batch.at(-1);
      if (!last) break;
      after = [last.id, last.format];
    }
    const [facts] = await manager.query<{ faulty: number }[]>(
      `select count(*)::int as faulty from document
       where facts is not null and encode(sha256(convert_to(facts, 'UTF8')), 'hex') <> facts_sha256`,
    );
    return { faulty: faulty + (facts?.faulty ?? 0), files };
  },
};

/** What was announced and never came, and contents that nothing names any more, go from the store. */
const collectUnneeded: Chore = {
  name: 'collect-files',
  everyMinutes: 60,
  run: (manager, settings) => collectFiles(manager, newFileStore(settings)),
};

/** Each night a sixteenth of the attached files is read again. */
const proveAttached: Chore = {
  name: 'prove-files',
  everyMinutes: 24 * 60,
  run: (manager, settings) => proveFiles(manager, newFileStore(settings)),
};

/** What is past its time is proposed each night; it goes when a person agrees. */
const proposeToForget: Chore = {
  name: 'propose-retention',
  everyMinutes: 24 * 60,
  async run(manager, { accountUnusedDays }) {
    return { faulty: 0, proposals: await proposeRetention(manager, new Date().toISOString(), accountUnusedDays) };
  },
};

export const chores: readonly Chore[] = [
  forgetExpired,
  emptySentMails,
  proveDocuments,
  sealEntries,
  openReceived,
  publishDays,
  proposeToForget,
  collectUnneeded,
  proveAttached,
];

/** TypeORM answers `[rows, affected]` to a DELETE. */
const deleted = async (manager: EntityManager, sql: string): Promise<number> =>
  (await manager.query<[unknown[], number]>(sql))[1];
