import type { Role } from '@zit/domain';
import { offerPeople } from './signers';

/** One password for all demo logins; shown on the sign-in page of the demo, never used in a real installation. */
export const DEMO_PASSWORD = 'sopot-2015';

/** A person of the demo metropolis: an office, not a name. */
export interface SamplePerson {
  key: string;
  /** Heading under which the sign-in page of the demo lists them. */
  group: string;
  name: string;
  email: string;
  /** What the sign-in page says about this login. */
  roleText: string;
  grants: { role: Role; organisation: string | null; teryt: string | null }[];
}

const FIRST = 'Na początek';

const person = (
  key: string,
  name: string,
  roleText: string,
  role: Role,
  organisation: string | null = null,
  teryt: string | null = null,
): SamplePerson => ({
  key,
  group: FIRST,
  name,
  email: `${key}@zit.example`,
  roleText,
  grants: [{ role, organisation, teryt }],
});

export const samplePeople: readonly SamplePerson[] = [
  person(
    'sopot',
    'Pracownik Gminy Miasta Sopotu',
    'pracownik gminy: prowadzi nabór, przygotowuje i wydaje dokumenty',
    'MUNICIPALITY_OFFICER',
    'gmina-sopot',
    '2264011',
  ),
  person(
    'koordynator',
    'Koordynator Stowarzyszenia „Kompas”',
    'koordynator lidera: prowadzi konsorcjum „Kompas Sopocki”',
    'COORDINATOR',
    'kompas',
  ),
  person(
    'redaktor',
    'Redaktor Fundacji „Przystań Integracji”',
    'redaktor partnera: uzupełnia dane i budżet',
    'EDITOR',
    'przystan',
  ),
  person(
    'kotwica',
    'Koordynator Fundacji „Kotwica”',
    'koordynator lidera: konsorcjum w Gdyni, które łamie reguły',
    'COORDINATOR',
    'kotwica',
  ),
  person(
    'operator',
    'Pracownik operatora powiatowego',
    'operator powiatowy: prowadzi nabory powiatu Sopot i czyta jego konsorcja',
    'COUNTY_OPERATOR',
    'operator',
    '2264',
  ),
  person('administrator', 'Administrator programu', 'administrator: prowadzi program i rejestry', 'ADMINISTRATOR'),
  person('audytor', 'Audytor programu', 'audytor: czyta wszystko, niczego nie zmienia', 'AUDITOR'),
  person(
    'opiekun',
    'Opiekun dostępu Stowarzyszenia „Kompas”',
    'opiekun dostępu: zaprasza osoby do stowarzyszenia i odbiera im role',
    'OWNER',
    'kompas',
  ),
  {
    ...person(
      'dwie-fundacje',
      'Specjalista dwóch fundacji',
      'dwie role do przełączania: koordynator Fundacji „Kotwica”, redaktor Fundacji „Przystań Integracji”',
      'COORDINATOR',
      'kotwica',
    ),
    grants: [
      { role: 'COORDINATOR', organisation: 'kotwica', teryt: null },
      { role: 'EDITOR', organisation: 'przystan', teryt: null },
    ],
  },
  ...offerPeople,
];
