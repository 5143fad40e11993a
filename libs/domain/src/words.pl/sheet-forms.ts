import type { FormWords } from '../sheet/form-words';
import { callFormWords } from './call-form';
import { offerFormWords } from './offer-form';

/** The words of every form that sheets are filled in with, by its version. */
export const formWords: Readonly<Record<string, FormWords>> = {
  'call/1': callFormWords,
  'offer/1': offerFormWords,
};
