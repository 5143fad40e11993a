import PostalMime from 'postal-mime';
import { composeMail } from './deliver';
import { writeMail, type Mail } from './write-mail';

/** Everything that has split headers somewhere: bare and paired breaks, encoded ones, Unicode's own. */
const BREAKS = ['\r\n', '\n', '\r', '\u2028', '\u2029', '\u0085', '\u0000', '%0d%0a', '\v', '\f', '=0D=0A'];
const CORPUS = BREAKS.flatMap((cut) => [
  `Anna${cut}Bcc: ofiara@example.test`,
  `${cut}${cut}<script>alert(1)</script>`,
  `x${cut}Subject: inny temat${cut}Content-Type: text/html`,
  `"${cut}To: ofiara@example.test"`,
]);

/** What stands in the table, without a database. */
async function written(mail: Mail): Promise<{ subject: string; text: string; recipient: string }> {
  let row = { subject: '', text: '', recipient: '' };
  const manager = {
    query: (_: string, [, recipient, subject, text]: string[]) => {
      row = { recipient: recipient ?? '', subject: subject ?? '', text: text ?? '' };
      return Promise.resolve([]);
    },
  };
  await writeMail(manager as unknown as Parameters<typeof writeMail>[0], mail);
  return row;
}

const link = `https://portal.example.test/zaproszenie#${'a'.repeat(43)}`;
const parsed = async (row: { subject: string; text: string; recipient: string }) =>
  PostalMime.parse(
    await composeMail({
      from: 'Portal ZIT <portal@example.test>',
      id: '6f1c1b1e-0000-4000-8000-000000000000',
      writtenAt: new Date('2026-11-22T10:00:00Z'),
      ...row,
    }),
  );

describe('the headers of a mail', () => {
  it('S-12: nothing that people typed reaches a header or begins a line', async () => {
    const invitation = {
      template: 'INVITATION',
      to: 'nowa@example.test',
      link,
      role: 'EDITOR',
      teryt: null,
      validDays: 7,
    } as const;
    const usual = await parsed(
      await written({ ...invitation, organisationName: 'Fundacja', invitedBy: 'Koordynator' }),
    );
    const names = usual.headers.map((header) => header.key);
    for (const typed of CORPUS) {
      const row = await written({ ...invitation, organisationName: typed, invitedBy: typed });
      const mail = await parsed(row);
      expect(mail.headers.map((header) => header.key)).toEqual(names);
      expect(mail.subject).toBe(usual.subject);
      expect(mail.to).toEqual([{ name: '', address: 'nowa@example.test' }]);
      expect([mail.cc, mail.bcc, mail.html]).toEqual([undefined, undefined, undefined]);
      expect(mail.attachments).toEqual([]);
      const lines = (mail.text ?? '').trim().split(/\r\n|[\n\r\u2028\u2029\u0085]/);
      expect(lines.filter((line) => line.startsWith('http'))).toEqual([link]);
      expect(lines).toHaveLength((usual.text ?? '').trim().split(/\r?\n/).length);
    }
  });

  it('S-12: nor do they reach the mail that asks for an approval', async () => {
    const page = 'https://portal.example.test/osoby/zaproszenia';
    const asked = {
      template: 'APPROVAL_ASKED',
      to: 'drugi@example.test',
      link: page,
      role: 'EDITOR',
      teryt: null,
      validDays: 7,
    } as const;
    const usual = await parsed(await written({ ...asked, organisationName: 'Fundacja', invitedBy: 'Administrator' }));
    for (const typed of CORPUS) {
      const mail = await parsed(await written({ ...asked, organisationName: typed, invitedBy: typed }));
      expect(mail.headers.map((header) => header.key)).toEqual(usual.headers.map((header) => header.key));
      expect(mail.subject).toBe(usual.subject);
      const lines = (mail.text ?? '').trim().split(/\r\n|[\n\r\u2028\u2029\u0085]/);
      expect(lines.filter((line) => line.startsWith('http'))).toEqual([page]);
    }
  });

  it('S-12: not even an address with a break in it adds a header or a recipient', async () => {
    for (const cut of BREAKS) {
      const mail = await parsed({
        recipient: `nowa@example.test${cut}Bcc: ofiara@example.test`,
        subject: `Zaproszenie${cut}X-Injected: 1`,
        text: 'Dzień dobry',
      });
      expect(mail.headers.map((header) => header.key)).not.toContain('bcc');
      expect(mail.headers.map((header) => header.key)).not.toContain('x-injected');
    }
  });

  it('keeps its Message-ID, its Polish letters and its link', async () => {
    const mail = await parsed(await written({ template: 'RESET', to: 'ktos@example.test', link, validMinutes: 30 }));
    expect(mail.messageId).toBe('<6f1c1b1e-0000-4000-8000-000000000000@example.test>');
    expect(mail.subject).toBe('Nowe hasło – Portal Lokalnych Centrów ZIT');
    expect(mail.text).toContain(`\n${link}\n`);
    expect(mail.text).toContain('Link jest ważny 30 minut');
    expect(mail.headers.find((header) => header.key === 'auto-submitted')?.value).toBe('auto-generated');
  });
});
