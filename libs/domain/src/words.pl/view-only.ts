/** Why everything that changes something is closed while one looks through another's eyes. */
export const viewOnlyReason = 'Patrzysz oczami innej osoby: tu niczego się nie zmienia.';
