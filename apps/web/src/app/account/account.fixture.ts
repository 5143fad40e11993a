import type { AccountResponse } from '@zit/contracts';

/** An account as the API answers it. For specs only. */
export function accountOf(change: Partial<AccountResponse> = {}): AccountResponse {
  return {
    id: 'p',
    version: 1,
    name: 'Pracownik Gminy Miasta Sopotu',
    email: 'gmina@example.org',
    pendingEmail: null,
    hasPassword: true,
    factors: { passkeys: [], totp: false, recoveryCodes: 0 },
    factorRequired: false,
    identities: [],
    ...change,
  };
}
