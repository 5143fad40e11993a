import type { Mailbox, MailboxMail } from '@zit/contracts';
import { startPortal, type TestPortal } from '../../test/portal';
import { Door } from '../database/door';
import { writeMail } from './write-mail';

const TOKEN = 'x'.repeat(43);

async function portalWithMail(mode: 'demo' | 'real'): Promise<TestPortal> {
  const portal = await startPortal({ settings: { mode } });
  await portal.app.get(Door).gate((manager) =>
    writeMail(manager, {
      template: 'RESET',
      to: 'ktos@example.test',
      link: `http://localhost:4200/nowe-haslo#${TOKEN}`,
      validMinutes: 30,
    }),
  );
  return portal;
}

describe('the mailbox', () => {
  let portal: TestPortal;
  afterEach(() => portal.stop());

  it('shows the demo’s mails with their link, as a path', async () => {
    portal = await portalWithMail('demo');
    const { items } = (await portal.stranger.get<Mailbox>('/api/v1/mailbox')).body;
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      to: 'ktos@example.test',
      subject: 'Nowe hasło – Portal Lokalnych Centrów ZIT',
    });
    const { body } = await portal.stranger.get<MailboxMail>(`/api/v1/mailbox/${items[0]?.id}`);
    expect(body.link).toBe(`/nowe-haslo#${TOKEN}`);
    expect(body.text).toContain(`http://localhost:4200/nowe-haslo#${TOKEN}`);
    expect((await portal.stranger.get('/api/v1/mailbox/6f1c1b1e-0000-4000-8000-000000000000')).status).toBe(404);
  });

  it('shows the link of a mail that leads to a page without a token', async () => {
    portal = await startPortal({ settings: { mode: 'demo' } });
    const link = 'http://localhost:4200/osoby/zaproszenia';
    const about = {
      link,
      role: 'AUDITOR',
      teryt: null,
      organisationName: null,
      invitedBy: 'Administrator',
      validDays: 7,
    } as const;
    await portal.app
      .get(Door)
      .gate((manager) => writeMail(manager, { template: 'APPROVAL_ASKED', to: 'ktos@example.test', ...about }));
    const [mail] = (await portal.stranger.get<Mailbox>('/api/v1/mailbox')).body.items;
    const { body } = await portal.stranger.get<MailboxMail>(`/api/v1/mailbox/${mail?.id}`);
    expect(body.link).toBe('/osoby/zaproszenia');
  });

  it('does not exist in a real installation, not even for an administrator', async () => {
    portal = await portalWithMail('real');
    const [mail] = await portal.dataSource.query<{ id: string }[]>('select id from mail');
    for (const someone of [portal.stranger, await portal.as({ role: 'ADMINISTRATOR' })]) {
      expect((await someone.get('/api/v1/mailbox')).status).toBe(404);
      expect((await someone.get(`/api/v1/mailbox/${mail?.id}`)).status).toBe(404);
    }
  });
});
