/** The sentence with its full stop: „… sp. z o.o.” at its end carries one already. */
export const ended = (sentence: string): string => (sentence.endsWith('.') ? sentence : `${sentence}.`);
