import { email, required, type SchemaFn } from '@angular/forms/signals';
import { sessionWords } from '@zit/words.pl/session-page';

export interface Credentials {
  email: string;
  password: string;
}

/** What both sign-in forms ask; whether it is right only the server knows. */
export const credentialsSchema: SchemaFn<Credentials> = (path) => {
  required(path.email, { message: sessionWords.emailMissing });
  email(path.email, { message: sessionWords.emailWrong });
  required(path.password, { message: sessionWords.passwordMissing });
};
