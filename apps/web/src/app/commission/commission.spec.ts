import type { AssignmentResponse, CommissionResponse, ConflictList, OwnImpartiality } from '@zit/contracts';
import { impartialityClause } from '@zit/words.pl/commission';
import { grantOf, signedInAs } from '../../testing/signed-in-as';
import { requestSoon, until } from '../../testing/soon';
import { openCalls } from '../call/call.fixture';

const ROOT = '/api/v1/calls/C1/commission';
const at = '2015-04-01T09:00:00.000Z';
const seat = (name: string, more: Partial<CommissionResponse['seats'][number]> = {}) => ({
  ...{ id: `seat-${name}`, personId: name, name, office: 'MEMBER' as const, namedBy: 'miasto', namedByNip: null },
  ...{ seatedAt: at, leftAt: null, leftCause: null, leftReason: null, declaredAt: null },
  ...more,
});
const commission = (more: Partial<CommissionResponse> = {}): CommissionResponse => ({
  ...{ callId: 'C1', callNumber: 'LC/2264/2015/01', callTitle: 'Lokalne Centrum', deadlineAt: at, serverTime: at },
  ...{ basis: 'Zarządzenie nr 1', formedAt: at, quorum: 3, conflictPolicy: 'OFFER_ONLY', mayForm: false },
  ...{ seats: [seat('Oceniający S1'), seat('Oceniający S4')], own: { office: 'MEMBER', declared: false } },
  ...more,
});
const party = (offerId: string, consortium: string, cause: 'DECLARED' | null = null) => ({
  ...{ offerId, consortium, cause },
  members: [
    { name: `Lider ${consortium}`, role: 'LEADER' as const, sector: 'NGO' as const, nip: '5851234567', krs: null },
  ],
});
const own = (more: Partial<OwnImpartiality> = {}): OwnImpartiality => ({
  ...{ office: 'MEMBER', left: false, declaredAt: null, conflicts: [], ties: [], serverTime: at },
  parties: [party('A', 'Kompas Sopocki'), party('B', 'Nowy Kurs')],
  ...more,
});
const assessor = signedInAs([grantOf('ASSESSOR')], 'STEERING_GROUP');
const chair = signedInAs([grantOf('CHAIR')], 'STEERING_GROUP');

const open = async (session: typeof assessor, answer: CommissionResponse) => {
  const opened = await openCalls('/nabory/C1/komisja', session);
  (await requestSoon(opened.http, ROOT)).flush(answer);
  await until(() => opened.text().includes('Skład'));
  return opened;
};

describe('a member of the commission', () => {
  it('declares on the list of parties, which is all there is until then', async () => {
    const { http, text, press, page } = await open(assessor, commission());
    (await requestSoon(http, `${ROOT}/declaration`)).flush(own());
    await until(() => text().includes('Nowy Kurs'));
    expect(text()).toContain('Nie pozostaję w związku małżeńskim');
    expect(text()).toContain('NIP 5851234567');
    expect(page.querySelector('a[href$="/ocena"]')).toBeNull();
    expect(page.querySelector('#conflicts')).toBeNull();
    await press('Składam oświadczenie');
    const sent = await requestSoon(http, { method: 'POST', url: `${ROOT}/declaration` });
    expect(sent.request.body).toMatchObject({ clause: impartialityClause.version });
    sent.flush(own({ declaredAt: at }));
    (await requestSoon(http, ROOT)).flush(commission({ own: { office: 'MEMBER', declared: true } }));
    await until(() => page.querySelector('a[href="/nabory/C1/ocena"]') !== null);
    expect(text()).toContain('Oświadczenie złożone 1 kwietnia 2015');
  });

  it('says that it comes after the deadline, before it', async () => {
    const { http, text } = await open(assessor, commission());
    (await requestSoon(http, `${ROOT}/declaration`)).flush(own({ parties: null }));
    await until(() => text().includes('będzie tu po terminie'));
    expect(text()).not.toContain('Składam oświadczenie');
  });

  it('declares a conflict with its reason, and is out of the call where its rules say so', async () => {
    const { http, text, page } = await open(assessor, commission({ conflictPolicy: 'WHOLE_CALL' }));
    (await requestSoon(http, `${ROOT}/declaration`)).flush(own());
    await until(() => text().includes('Nowy Kurs'));
    page.querySelector<HTMLButtonElement>('[aria-label="Zgłoś konflikt interesów: Nowy Kurs"]')?.click();
    await until(() => document.querySelector('#asked-reason') !== null);
    expect(document.body.textContent).toContain('odchodzisz z oceny całego naboru');
    const reason = document.querySelector<HTMLTextAreaElement>('#asked-reason')!;
    reason.value = 'Byłem skarbnikiem lidera do 2014 roku.';
    reason.dispatchEvent(new Event('input'));
    document.querySelector('mat-dialog-container form')?.dispatchEvent(new Event('submit'));
    const sent = await requestSoon(http, { method: 'POST', url: `${ROOT}/conflicts` });
    expect(sent.request.body).toMatchObject({ offerId: 'B', reason: 'Byłem skarbnikiem lidera do 2014 roku.' });
    sent.flush(own({ left: true, parties: null }));
    await until(() => text().includes('nie bierzesz już udziału'));
    expect(text()).not.toContain('Nowy Kurs');
  });
});

describe('who leads the commission', () => {
  const list: ConflictList = {
    items: [
      {
        ...{ offerId: 'B', consortium: 'Nowy Kurs', personId: 'Oceniający S4', name: 'Oceniający S4', cause: 'SOFT' },
        ...{ since: at, declared: null, decision: null, mayDecide: true },
        found: [
          { weight: 'SOFT', kind: 'COMMON_PROJECT', party: 'Lider', through: false, source: 'CHAIR', tieId: null },
        ],
      },
    ],
    ...{ ties: [], serverTime: at },
  };
  const board: AssignmentResponse = {
    current: null,
    assessors: ['S1', 'S2', 'S4'].map((id) => ({ personId: id, name: `Oceniający ${id}` })),
    offers: ['A', 'B'].map((id) => ({ offerId: id, receiptNumber: id, consortium: `Konsorcjum ${id}` })),
    barred: [{ offerId: 'B', personId: 'S4' }],
    serverTime: at,
  };
  const lead = async () => {
    const opened = await open(chair, commission({ own: { office: 'CHAIR', declared: true } }));
    (await requestSoon(opened.http, `${ROOT}/declaration`)).flush(own({ declaredAt: at, office: 'CHAIR' }));
    (await requestSoon(opened.http, `${ROOT}/conflicts`)).flush(list);
    (await requestSoon(opened.http, `${ROOT}/assignment`)).flush(board);
    await until(() => opened.text().includes('Każdy ocenia wszystko'));
    return opened;
  };

  it('decides a soft tie with its reason', async () => {
    const { http, text, press } = await lead();
    expect(text()).toContain('wspólny projekt: Lider, wpis przewodniczącego (miękkie)');
    await press('Dopuść');
    await until(() => document.querySelector('#asked-reason') !== null);
    const reason = document.querySelector<HTMLTextAreaElement>('#asked-reason')!;
    reason.value = 'Projekt skończył się dawno.';
    reason.dispatchEvent(new Event('input'));
    document.querySelector('mat-dialog-container form')?.dispatchEvent(new Event('submit'));
    const sent = await requestSoon(http, { method: 'POST', url: `${ROOT}/decisions` });
    expect(sent.request.body).toMatchObject({ offerId: 'B', bars: false, reason: 'Projekt skończył się dawno.' });
    const item = { ...list.items[0]!, cause: null, decision: { bars: false, reason: 'Dawno.', at }, mayDecide: true };
    sent.flush({ ...list, items: [item] });
    await until(() => text().includes('bez wyłączenia. Dawno.'));
  });

  it('tries a balanced assignment, reads why it cannot be better, and confirms what is shown', async () => {
    const { http, text, page, press } = await lead();
    page.querySelectorAll<HTMLInputElement>('input[name="assignment-plan"]')[1]?.click();
    await until(() => page.querySelector('#assignment-each') !== null);
    const each = page.querySelector<HTMLInputElement>('#assignment-each')!;
    each.value = '3';
    each.dispatchEvent(new Event('input'));
    await until(() => text().includes('Konsorcjum B: brakuje 1 osoby'));
    each.value = '2';
    each.dispatchEvent(new Event('input'));
    await until(() => text().includes('Równiej się nie da'));
    await press('Zatwierdź przydział');
    const sent = await requestSoon(http, { method: 'POST', url: `${ROOT}/assignments` });
    expect(sent.request.body).toMatchObject({ each: 2, reason: null, apart: [] });
    const { offers } = sent.request.body as { offers: { offerId: string; personIds: string[] }[] };
    expect(offers.find(({ offerId }) => offerId === 'B')?.personIds).toEqual(['S1', 'S2']);
    sent.flush({ ...board, current: { no: 1, each: 2, reason: null, confirmedAt: at, offers } });
    await until(() => text().includes('Obowiązuje przydział nr 1'));
  });
});

describe('who writes the call', () => {
  it('seats people, and is told at the field who may not sit there', async () => {
    const { http, page, text } = await open(
      signedInAs([grantOf('COUNTY_OPERATOR', null, '2264')], 'COUNTY'),
      commission({ own: null, mayForm: true, seats: [] }),
    );
    (await requestSoon(http, `${ROOT}/people`)).flush({
      items: [{ personId: 'S1', name: 'Oceniający S1', chairs: false }],
    });
    await until(() => page.querySelector('#seat-personId') !== null);
    const form = page.querySelectorAll('form')[1]!;
    form.dispatchEvent(new Event('submit'));
    await until(() => page.querySelectorAll('zit-error-summary a').length === 2);
    const set = (id: string, value: string, event: string) => {
      const field = page.querySelector<HTMLInputElement>(`#seat-${id}`)!;
      field.value = value;
      field.dispatchEvent(new Event(event));
    };
    set('personId', 'S1', 'change');
    set('namedBy', 'miasto', 'input');
    set('namedByNip', '585-123-45-67', 'input');
    form.dispatchEvent(new Event('submit'));
    const sent = await requestSoon(http, { method: 'POST', url: `${ROOT}/seats` });
    expect(sent.request.body).toMatchObject({ personId: 'S1', office: 'MEMBER', namedByNip: '5851234567' });
    const errors = [{ pointer: '/namedByNip', message: 'Osoby nie można powołać: wskazała ją organizacja.' }];
    sent.flush({ status: 400, code: 'VALIDATION', detail: 'Popraw.', errors }, { status: 400, statusText: 'bad' });
    await until(() => text().includes('Osoby nie można powołać'));
    expect(page.querySelector('#seat-namedByNip')?.getAttribute('aria-invalid')).toBe('true');
  });
});
