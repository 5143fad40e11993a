export { report, verify, type Verified, type VerifiedRow } from './verify-ranking.mjs';
