import type { DemoLogin } from '@zit/contracts';
import { DEMO_PASSWORD, samplePeople } from '@zit/sample';

/** The logins that the seed makes, as the sign-in page of the demo lists them. */
export const demoLogins: readonly DemoLogin[] = samplePeople.map(({ group, name, email, roleText }) => ({
  group,
  name,
  email,
  roleText,
  password: DEMO_PASSWORD,
  code: null,
}));
