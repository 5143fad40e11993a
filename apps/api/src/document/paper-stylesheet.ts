/**
 * Address of the stylesheet of HTML twins: a file of the same origin, because the CSP allows no styles inside a page.
 * It stands in stored documents, so it stays for ever.
 */
export const PAPER_STYLESHEET = '/api/v1/paper.css';

/** The twin is text and one stylesheet of ours; nothing else may load or run in it. */
export const TWIN_CSP =
  "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
