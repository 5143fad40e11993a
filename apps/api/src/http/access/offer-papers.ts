import { API, type Access } from './access';

const OFFER = `${API}/offers/:id`;
const MEMBERS = { method: 'GET', who: 'signed-in' } as const;

/** Files and papers of an offer: what stands now, what was received, and its receipts. */
export const offerPaperRoutes: readonly Access[] = [
  { ...MEMBERS, path: `${OFFER}/file.json`, act: 'downloadOfferFile', answers: 'OfferFile' },
  { ...MEMBERS, path: `${OFFER}/file/:no.json`, act: 'downloadReceivedFile', answers: 'OfferFile' },
  { ...MEMBERS, path: `${OFFER}/paper.pdf`, act: 'downloadOfferPaper', media: 'application/pdf' },
  { ...MEMBERS, path: `${OFFER}/paper.html`, act: 'openOfferPaper', media: 'text/html' },
  { ...MEMBERS, path: `${OFFER}/receipts/:no.pdf`, act: 'downloadReceiptPaper', media: 'application/pdf' },
  { ...MEMBERS, path: `${OFFER}/receipts/:no.html`, act: 'openReceiptPaper', media: 'text/html' },
];
