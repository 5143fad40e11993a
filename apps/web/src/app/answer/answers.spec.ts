import type { Appeal, CallAnswers, OfferAppeals, ReasonsRequest } from '@zit/contracts';
import { openOffer } from '../offer/offer.fixture';
import { kompasOffer, kompasValues, offerSheetOf } from '../../testing/kompas-offer';
import { requestSoon, until } from '../../testing/soon';
import { officer, openCalls } from '../call/call.fixture';

const request: ReasonsRequest = {
  ...{ id: 'R1', resultNo: 1, channel: 'POST', asker: 'Stowarzyszenie z Gdyni', offer: 'A', text: 'Dlaczego A?' },
  ...{ receivedOn: '2015-06-04', day: 31, late: true, answeredAt: null, answer: null, letter: null },
};
const appeal: Appeal = {
  ...{ id: 'D1', no: 1, offerId: 'F1', offer: 'C', title: 'Centrum C', resultNo: 1, grounds: 'Punkty w K2.' },
  ...{ lodgedAt: '2015-05-06T09:00:00.000Z', dueOn: '2015-05-18', lateDays: 0, statement: null, decision: null },
};
const answers: CallAnswers = {
  ...{ callId: 'C1', callNumber: 'LC/2264/2015/01', callTitle: 'Lokalne Centrum', requests: [request] },
  results: [{ no: 1, publishedAt: '2015-05-04T09:00:00.000Z', lastDay: '2015-06-03' }],
  offers: [{ offer: 'A', title: 'Kompas Sopocki' }],
  appeals: [{ ...appeal, statement: { text: 'Komisja pominęła opis.', at: '2015-05-07T09:00:00.000Z' } }],
  ...{ letters: [], closed: { answer: null, state: 'Stanowisko zapisuje przewodniczący.' } },
};

const buttons = (page: HTMLElement): string[] =>
  [...page.querySelectorAll('button[type=submit]')].map(({ textContent }) => textContent.trim());

describe('the office', () => {
  it('sees what came late, answers, and decides what the commission has stated', async () => {
    const { http, page, text, stable } = await openCalls('/nabory/C1/odpowiedzi', officer);
    http.expectOne('/api/v1/calls/C1/answers').flush(answers);
    await stable();
    expect(text()).toContain('po terminie: 31. dzień');
    expect(text()).toMatch(/w terminie do 3.czerwca.2015 włącznie/);
    expect(buttons(page)).toEqual(expect.arrayContaining(['Wyślij odpowiedź', 'Wpisz wniosek']));
    const decide = [...page.querySelectorAll<HTMLFormElement>('zit-decision-form form')][0];
    decide?.dispatchEvent(new Event('submit', { cancelable: true }));
    await stable();
    expect(text()).toContain('Wybierz rozstrzygnięcie.');
    http.expectNone('/api/v1/calls/C1/answers/appeals/D1/decision');
  });
});

describe('the consortium', () => {
  it('reads until when it may appeal, and lodges no empty one', async () => {
    const { http, page, text } = await openOffer('/oferty/F1/odwolanie', kompasOffer(), offerSheetOf(kompasValues()));
    const open: OfferAppeals = {
      ...{ result: { no: 1, publishedAt: '2015-05-04T09:00:00.000Z' }, days: 14, dueOn: '2015-05-18' },
      ...{ appeals: [], closed: null },
    };
    (await requestSoon(http, '/api/v1/offers/F1/appeal')).flush(open);
    await until(() => text().includes('Wniesienie odwołania'));
    expect(text()).toMatch(/do 18.maja.2015 włącznie/);
    expect(text()).toContain('Termin minął.');
    page.querySelector('zit-text-form form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await until(() => text().includes('Napisz, z czym i dlaczego'));
    http.expectNone({ method: 'POST' });
  });
});
