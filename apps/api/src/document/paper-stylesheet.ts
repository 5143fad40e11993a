/**
 * Address of the stylesheet of HTML twins: a file of the same origin, because the CSP allows no styles inside a page.
 * It stands in stored documents, so it stays for ever.
 */
export const PAPER_STYLESHEET = '/api/v1/paper.css';
