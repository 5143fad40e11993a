import { mailTexts, type MailText } from './mails';

const values = {
  link: 'https://portal.example.test/zaproszenie#x',
  role: 'EDITOR',
  organisationName: null,
  invitedBy: 'Opiekun',
  validDays: 7,
  validMinutes: 30,
  validHours: 24,
  left: 3,
  provider: 'Miasto',
};

describe('mails', () => {
  it('are told apart by their subjects alone, as they stand in a list', () => {
    const templates = Object.values(mailTexts) as ((given: typeof values) => MailText)[];
    const subjects = templates.map((write) => write(values).subject);
    expect(new Set(subjects).size).toBe(subjects.length);
  });
});
