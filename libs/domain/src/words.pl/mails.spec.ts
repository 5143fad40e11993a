import { mailTexts, type MailText } from './mails';

const values = {
  link: 'https://portal.example.test/zaproszenie#x',
  role: 'COUNTY_OPERATOR',
  teryt: '2264',
  organisationName: null,
  invitedBy: 'Opiekun',
  validDays: 7,
  validMinutes: 30,
  validHours: 24,
  left: 3,
  provider: 'Miasto',
  number: 'LC/2264/2015/01',
  title: 'Lokalne Centrum',
  municipality: 'Sopot',
  deadline: '31 marca 2015, 15:30:00 (czas polski, UTC+2)',
  reason: 'Przerwa w działaniu portalu.',
  callNumber: 'LC/2264/2015/01',
  due: '10 kwietnia 2015',
  receivedAt: '2015-03-31T13:29:59.000Z',
  deadlineAt: '2015-03-31T13:30:00.000Z',
  lateMs: 0,
  sha256: 'a'.repeat(64),
  replaces: null,
  seal: null,
};

describe('mails', () => {
  it('are told apart by their subjects alone, as they stand in a list', () => {
    const templates = Object.values(mailTexts) as ((given: typeof values) => MailText)[];
    const subjects = templates.map((write) => write(values).subject);
    expect(new Set(subjects).size).toBe(subjects.length);
  });

  it('name the county of a role that is held for one', () => {
    const role = { ...values, role: 'COUNTY_OPERATOR' } as const;
    for (const write of [mailTexts.INVITATION, mailTexts.APPROVAL_ASKED, mailTexts.NOTICE_ROLE_REVOKED])
      expect(write(role).text).toContain('operator powiatowy (powiat m. Sopot)');
  });
});
