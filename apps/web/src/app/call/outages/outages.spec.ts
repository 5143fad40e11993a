import { type HttpTestingController } from '@angular/common/http/testing';
import type { SessionResponse } from '@zit/contracts';
import { grantOf, signedInAs } from '../../../testing/signed-in-as';
import { requestSoon } from '../../../testing/soon';
import { coordinator, openCalls } from '../call.fixture';

const LIST = '/api/v1/public/outages';
const outage = {
  id: 'o',
  beganAt: '2015-03-30T13:05:00.000Z',
  endedAt: '2015-03-30T13:50:00.000Z',
  what: 'Portal nie przyjmował ofert.',
  minutes: 'Przerwa w zasilaniu.',
  recordedAt: '2015-03-30T14:00:00.000Z',
  corrects: null,
  correctedBy: null,
};

describe('the register of outages', () => {
  let http: HttpTestingController;
  afterEach(() => http.verify());
  const open = async (session: SessionResponse | null) => {
    const opened = await openCalls('/ogloszenia/awarie', session);
    http = opened.http;
    if (!session) opened.nobody();
    http
      .expectOne(LIST)
      .flush({ items: [outage, { ...outage, id: 'w', correctedBy: 'o' }], next: null, serverTime: '' });
    await opened.stable();
    return opened;
  };

  it('is read by anybody, with its minutes, as JSON as well, and says which entry was replaced', async () => {
    const { text, page } = await open(null);
    expect(text()).toContain('30 marca 2015, 15:05–15:50 (czas polski), 45 minut');
    expect(text()).toContain('Portal nie przyjmował ofert.');
    expect(text()).toContain('Przerwa w zasilaniu.');
    expect(page.querySelectorAll('.replaced')).toHaveLength(1);
    expect(page.querySelector(`a[href="${LIST}"]`)).not.toBeNull();
    expect(text()).not.toContain('Wpisz awarię');
  });

  it('has no way to add to it for who may not', async () => {
    const { text } = await open(coordinator);
    expect(text()).not.toContain('Wpisz awarię');
    expect(text()).not.toContain('Popraw wpis');
  });

  it('takes an entry of the county, typed in Polish time, and says what is missing', async () => {
    const { press, page, stable, text } = await open(signedInAs([grantOf('COUNTY_OPERATOR', null, '2264')]));
    await press('Popraw wpis');
    await press('Wpisz do rejestru');
    expect(text()).toContain('Podaj dzień i godzinę.');
    expect(text()).toContain('Napisz protokół, co najmniej 10 znaków.');
    const type = (id: string, value: string) => {
      const field = page.querySelector<HTMLInputElement>(`#outage-${id}`)!;
      field.value = value;
      field.dispatchEvent(new Event('input'));
    };
    type('beganAt', '30.03.2015 15:05');
    type('endedAt', '30.03.2015 15:55');
    type('what', 'Portal nie przyjmował ofert.');
    type('minutes', 'Przerwa w zasilaniu trwała dłużej.');
    await press('Wpisz do rejestru');
    const sent = http.expectOne({ method: 'POST', url: '/api/v1/outages' });
    expect(sent.request.body).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      beganAt: '2015-03-30T13:05:00.000Z',
      endedAt: '2015-03-30T13:55:00.000Z',
      what: 'Portal nie przyjmował ofert.',
      minutes: 'Przerwa w zasilaniu trwała dłużej.',
      corrects: 'o',
    });
    sent.flush(outage);
    (await requestSoon(http, LIST)).flush({ items: [outage], next: null, serverTime: '' });
    await stable();
    expect(page.querySelector('form')).toBeNull();
  });
});
