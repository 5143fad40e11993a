import { createHash, webcrypto } from 'node:crypto';
import { TextDecoder, TextEncoder } from 'node:util';
import type { HttpTestingController } from '@angular/common/http/testing';
import { canonicalJson, OFFER_FORM, offerDocument, readSheet } from '@zit/domain';
import { kompasOffer, kompasValues, LEADER, offerSheetOf } from '../../../testing/kompas-offer';
import { offerSigning } from '../../../testing/offer-signing';
import { until } from '../../../testing/soon';
import { openOffer } from '../offer.fixture';

describe('the hash of what a signer reads', () => {
  const was = globalThis.crypto;
  let http: HttpTestingController;
  beforeAll(() => {
    Object.assign(globalThis, { TextEncoder, TextDecoder });
    Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true });
  });
  afterAll(() => Object.defineProperty(globalThis, 'crypto', { value: was, configurable: true }));
  afterEach(() => http.match(() => true));

  const offer = kompasOffer({
    me: { member: LEADER, leads: true, edits: false, confirms: 'SIGNER', submits: true },
  });
  const { call, consortiumId, consortium, members } = offer;
  const about = { call, consortium: { id: consortiumId, title: consortium }, members };
  const document = offerDocument('F1', readSheet(OFFER_FORM, kompasValues()), {
    ...about,
    attachments: [],
    papers: [],
    unread: [],
  });
  const onServer = createHash('sha256').update(canonicalJson(document)).digest('hex');
  const unsigned = (sha256: string) =>
    offerSigning({ sha256 }, () => ({ complete: false, missing: 'Brakuje.', confirmations: [] }));

  it('is worked out by the page itself, and only what agrees can be confirmed', async () => {
    const { text, tick } = await openOffer('/oferty/F1/podpisy', offer, offerSheetOf(kompasValues())).then((opened) => {
      http = opened.http;
      return opened;
    });
    let said = 'f'.repeat(64);
    const answered = async (isSo: () => boolean) => {
      await until(() => {
        http.match('/api/v1/offers/F1').forEach((each) => each.flush(offer));
        http.match('/api/v1/offers/F1/signing').forEach((each) => each.flush(unsigned(said)));
        http
          .match(({ url }) => url.startsWith('/api/v1/offers/F1/sheet'))
          .forEach((each) => each.flush(offerSheetOf({})));
        return isSo();
      });
      await tick();
    };
    await answered(() => text().includes('Porównywanie treści tej strony z serwerem…'));
    expect(text()).not.toContain('Potwierdzam treść');
    said = onServer;
    await answered(() => text().includes('Ta przeglądarka policzyła skrót treści'));
    expect(text()).toContain('Potwierdzam treść');
  });
});
