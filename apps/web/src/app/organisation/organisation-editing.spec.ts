import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { OrganisationResponse } from '@zit/contracts';
import { problemInterceptor } from '../session/problem-interceptor';
import { UnsavedWork } from '../shell/unsaved-work';
import { OrganisationEditing } from './organisation-editing';

const answer = { choices: undefined as Record<string, 'mine' | 'theirs'> | undefined };
/** A question that nobody has answered yet. */
let asked: Promise<undefined> | null = null;
jest.mock('../ui/conflict-dialog', () => ({ askAboutConflicts: () => asked ?? Promise.resolve(answer.choices) }));

const row = (more: Partial<OrganisationResponse> = {}): OrganisationResponse => ({
  id: 'kompas',
  version: 1,
  name: 'Stowarzyszenie „Kompas”',
  sector: 'NGO',
  legalForm: '155',
  nip: '9990000014',
  regon: null,
  krs: null,
  teryt: null,
  municipality: null,
  unitOfId: null,
  unitOfName: null,
  address: null,
  email: null,
  phone: null,
  electronicDeliveryAddress: null,
  bankAccount: null,
  representation: [],
  may: { edit: true, reason: null },
  ...more,
});

describe('editing an organisation', () => {
  let http: HttpTestingController;
  let editing: OrganisationEditing;

  beforeEach(() => {
    jest.useFakeTimers();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([problemInterceptor])),
        provideHttpClientTesting(),
        OrganisationEditing,
      ],
    });
    http = TestBed.inject(HttpTestingController);
    editing = TestBed.inject(OrganisationEditing);
    editing.open(row());
    TestBed.tick();
  });
  afterEach(() => {
    http.verify();
    jest.useRealTimers();
  });

  const type = (field: 'phone' | 'nip' | 'address' | 'name', text: string) => {
    editing.form[field]().value.set(text);
    TestBed.tick();
  };
  const pause = (ms: number) => jest.advanceTimersByTimeAsync(ms);
  const sent = (): TestRequest => http.expectOne({ method: 'PATCH', url: '/api/v1/organisations/kompas' });
  const refuse = (request: TestRequest, status: number, problem: object) =>
    request.flush({ detail: '', trace: '', status, ...problem }, { status, statusText: 'x' });

  it('saves as one types, once, after a pause', async () => {
    type('phone', '58');
    await pause(500);
    type('phone', '58 000 00 00');
    await pause(500);
    expect(editing.saved()).toEqual({ state: 'unsaved', changes: 1 });
    expect(TestBed.inject(UnsavedWork).any()).toBe(true);
    await pause(300);
    const request = sent();
    expect(request.request.body).toEqual({ version: 1, changes: { phone: '58 000 00 00' }, base: { phone: null } });
    expect(editing.saved()).toEqual({ state: 'saving' });
    request.flush(row({ version: 2, phone: '58 000 00 00' }));
    await pause(0);
    expect(editing.saved()).toMatchObject({ state: 'saved', at: expect.any(Date) });
    expect(TestBed.inject(UnsavedWork).any()).toBe(false);
  });

  it('never sends an identifier that cannot be right, and sends the rest', async () => {
    type('nip', '9990000021');
    type('address', 'ul. Testowa 2');
    await pause(800);
    const request = sent();
    expect(request.request.body.changes).toEqual({ address: 'ul. Testowa 2' });
    request.flush(row({ version: 2, address: 'ul. Testowa 2' }));
    await pause(0);
    expect(editing.saved()).toEqual({ state: 'unsaved', changes: 1 });
    expect(editing.form.nip().value()).toBe('9990000021');
    editing.form.nip().markAsTouched();
    expect(editing.saved()).toEqual({ state: 'failed', text: 'Niezapisane: popraw zaznaczone pola' });
  });

  it('leaving the page finishes the save instead of asking', async () => {
    type('phone', '58 1');
    const leaving = TestBed.inject(UnsavedWork).mayLeave();
    await pause(0);
    sent().flush(row({ version: 2, phone: '58 1' }));
    await pause(0);
    expect(await leaving).toBe(true);
  });

  it('keeps what is typed while a save is on its way', async () => {
    type('phone', '58 1');
    await pause(800);
    const first = sent();
    type('address', 'ul. Testowa 3');
    first.flush(row({ version: 2, phone: '58 1', email: 'nowy@example.org' }));
    await pause(0);
    expect(editing.form.address().value()).toBe('ul. Testowa 3');
    expect(editing.form.email().value()).toBe('nowy@example.org');
    TestBed.tick();
    await pause(800);
    const second = sent();
    expect(second.request.body).toEqual({ version: 2, changes: { address: 'ul. Testowa 3' }, base: { address: null } });
    second.flush(row({ version: 3, phone: '58 1', address: 'ul. Testowa 3' }));
    await pause(0);
  });

  it('waits without a connection, says how much waits, and sends it later', async () => {
    type('phone', '58 1');
    await pause(800);
    sent().error(new ProgressEvent('error'));
    await pause(0);
    expect(editing.saved()).toEqual({ state: 'offline', waiting: 1 });
    await pause(5000);
    sent().flush(row({ version: 2, phone: '58 1' }));
    await pause(0);
    expect(editing.saved().state).toBe('saved');
  });

  it('sends at once when the connection comes back', async () => {
    type('phone', '58 1');
    await pause(800);
    sent().error(new ProgressEvent('error'));
    await pause(0);
    dispatchEvent(new Event('online'));
    sent().flush(row({ version: 2, phone: '58 1' }));
    await pause(0);
  });

  const collide = async () => {
    type('phone', '58 moje');
    await pause(800);
    refuse(sent(), 409, {
      code: 'STALE',
      conflicts: [{ field: 'phone', base: null, theirs: '58 cudze', mine: '58 moje' }],
      current: row({ version: 2, phone: '58 cudze', email: 'cudzy@example.org' }),
    });
    await pause(0);
  };

  it('a collision: taking theirs loses nothing else', async () => {
    answer.choices = { phone: 'theirs' };
    await collide();
    expect(editing.form.phone().value()).toBe('58 cudze');
    expect(editing.form.email().value()).toBe('cudzy@example.org');
    expect(editing.unsaved()).toBe(false);
  });

  it('a collision: keeping mine saves it on top of theirs, knowingly', async () => {
    answer.choices = { phone: 'mine' };
    await collide();
    const second = sent();
    expect(second.request.body).toEqual({ version: 2, changes: { phone: '58 moje' }, base: { phone: '58 cudze' } });
    second.flush(row({ version: 3, phone: '58 moje' }));
    await pause(0);
    expect(editing.saved().state).toBe('saved');
  });

  it('a collision put off keeps the typed value and says that it is not saved', async () => {
    answer.choices = undefined;
    await collide();
    expect(editing.form.phone().value()).toBe('58 moje');
    expect(editing.saved().state).toBe('failed');
    expect(editing.unsaved()).toBe(true);
    void editing.save();
    await pause(2000);
    http.expectNone('/api/v1/organisations/kompas');
  });

  it('asks about a collision once, though leaving the field for the dialog would save again', async () => {
    asked = new Promise(() => undefined);
    await collide();
    void editing.save();
    await pause(2000);
    http.expectNone('/api/v1/organisations/kompas');
    asked = null;
  });

  it('a refusal of the server stands at its field until the field changes', async () => {
    type('nip', '9990000020');
    await pause(800);
    refuse(sent(), 409, {
      code: 'DUPLICATE',
      errors: [{ pointer: '/changes/nip', message: 'Ten NIP ma już inna organizacja.' }],
    });
    await pause(0);
    expect(
      editing.form
        .nip()
        .errors()
        .map((error) => error.message),
    ).toEqual(['Ten NIP ma już inna organizacja.']);
    await pause(5000);
    type('nip', '9990000014');
    expect(editing.form.nip().valid()).toBe(true);
  });

  it('sends nothing for those who may only read', async () => {
    editing.open(row({ may: { edit: false, reason: 'Zmienia organizacja sama.' } }));
    type('phone', '58 1');
    await pause(2000);
    http.expectNone('/api/v1/organisations/kompas');
  });

  describe('whose right ends while the form is open', () => {
    const refused = { code: 'FORBIDDEN', detail: 'Tej roli już nie masz.' };

    it('closes the form, shows the entry as it is saved, and keeps what was typed to copy', async () => {
      type('phone', '58 555 01 01');
      await pause(800);
      refuse(sent(), 403, refused);
      await pause(0);
      http.expectOne({ method: 'GET', url: '/api/v1/organisations/kompas' }).flush(row({ may: { edit: false, reason: 'Tylko czytasz.' } }));
      await pause(0);
      expect(editing.lost()).toEqual({ unsaved: 'Telefon: 58 555 01 01' });
      expect(editing.organisation()?.may.edit).toBe(false);
      expect(editing.form.phone().value()).toBe('');
      expect(TestBed.inject(UnsavedWork).any()).toBe(true);
    });

    it('goes on where only this change was refused', async () => {
      type('phone', '58 555 01 01');
      await pause(800);
      refuse(sent(), 403, refused);
      await pause(0);
      http.expectOne({ method: 'GET', url: '/api/v1/organisations/kompas' }).flush(row());
      await pause(0);
      expect(editing.lost()).toBeNull();
      expect(editing.saved()).toEqual({ state: 'failed', text: 'Tej roli już nie masz.' });
    });
  });
});
