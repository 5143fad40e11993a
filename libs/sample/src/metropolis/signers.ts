import type { Role } from '@zit/domain';
import { sampleOrganisation } from './organisations';
import type { SamplePerson } from './people';

const SOPOT = '2264011';
const OF_PLACE: readonly Role[] = ['MUNICIPALITY_OFFICER', 'MUNICIPALITY_SIGNER', 'TREASURER'];

/** Who writes or signs for a member; the roles of a municipality are held for its place. */
function member(
  group: string,
  key: string,
  name: string,
  roleText: string,
  organisation: string,
  ...roles: Role[]
): SamplePerson {
  const grants = roles.map((role) => ({ role, organisation, teryt: OF_PLACE.includes(role) ? SOPOT : null }));
  return { key, group, name, email: `${key}@zit.example`, roleText, grants };
}

/** Who represents the organisation in the register, by place from 0: they sign under the very name that stands there. */
const signer = (organisation: string, no = 0): string =>
  sampleOrganisation(organisation).representation[no]?.person ?? '';

const A = 'Oferta „Kompas Sopocki”';
const B = 'Oferta „Nowy Kurs”';
const C = 'Oferta „Sopot Razem”';
const COUNTED = 'Rada organizacji i grupa sterująca';

/** Everybody who is needed to write, confirm and hand in the offers of the Sopot case (F.2, F.3). */
export const offerPeople: readonly SamplePerson[] = [
  member(A, 'prezes-kompas', signer('kompas'), 'podpisuje za lidera, razem ze skarbnikiem', 'kompas', 'SIGNER'),
  member(A, 'skarbnik-kompas', signer('kompas', 1), 'podpisuje za lidera, razem z prezesem', 'kompas', 'SIGNER'),
  member(A, 'prezes-przystan', signer('przystan'), 'podpisuje jednoosobowo', 'przystan', 'SIGNER'),
  member(
    A,
    'redaktor-sasiedzi',
    'Redaktor Stowarzyszenia „Sąsiedzi z Górki”',
    'redaktor: pisze część partnera',
    'sasiedzi',
    'EDITOR',
  ),
  member(A, 'prezes-sasiedzi', signer('sasiedzi'), 'podpisuje z całym zarządem', 'sasiedzi', 'SIGNER'),
  member(A, 'wiceprezes-sasiedzi', signer('sasiedzi', 1), 'podpisuje z całym zarządem', 'sasiedzi', 'SIGNER'),
  member(A, 'sekretarz-sasiedzi', signer('sasiedzi', 2), 'podpisuje z całym zarządem', 'sasiedzi', 'SIGNER'),
  member(A, 'prezydent-sopot', signer('gmina-sopot'), 'podpisuje za gminę', 'gmina-sopot', 'MUNICIPALITY_SIGNER'),
  member(A, 'skarbnik-sopot', 'Skarbnik miasta Sopotu', 'kontrasygnuje wkład własny gminy', 'gmina-sopot', 'TREASURER'),
  member(
    A,
    'koordynator-molo',
    'Koordynator „Molo Praca” sp. z o.o.',
    'koordynator: pisze część partnera',
    'molo-praca',
    'COORDINATOR',
  ),
  member(A, 'pelnomocnik-molo', signer('molo-praca'), 'podpisuje z pełnomocnictwa', 'molo-praca', 'SIGNER'),

  member(
    B,
    'nowe-jutro',
    signer('nowe-jutro'),
    'lider: pisze, podpisuje i składa',
    'nowe-jutro',
    'COORDINATOR',
    'SIGNER',
  ),
  member(B, 'fala', signer('fala'), 'pisze część partnera i podpisuje', 'fala', 'COORDINATOR', 'SIGNER'),
  member(
    B,
    'jednostka',
    signer('jednostka-sopot'),
    'pisze część partnera i podpisuje',
    'jednostka-sopot',
    'MUNICIPALITY_OFFICER',
    'MUNICIPALITY_SIGNER',
  ),
  member(
    B,
    'ksiegowy-jednostka',
    'Główny księgowy testowej jednostki Pomocy Społecznej w Sopocie',
    'kontrasygnuje wkład własny jednostki',
    'jednostka-sopot',
    'TREASURER',
  ),
  member(
    B,
    'port-pracy',
    signer('port-pracy'),
    'pisze część partnera i podpisuje',
    'port-pracy',
    'COORDINATOR',
    'SIGNER',
  ),

  member(
    C,
    'razem-na-molo',
    signer('razem-na-molo'),
    'lider: pisze i składa, podpisuje z wiceprezesem',
    'razem-na-molo',
    'COORDINATOR',
    'SIGNER',
  ),
  member(
    C,
    'wiceprezes-razem',
    signer('razem-na-molo', 1),
    'podpisuje za lidera, razem z prezesem',
    'razem-na-molo',
    'SIGNER',
  ),
  member(C, 'prezes-kotwica', signer('kotwica'), 'podpisuje jednoosobowo', 'kotwica', 'SIGNER'),

  {
    key: 'rada',
    group: COUNTED,
    name: 'Sekretarz Rady Organizacji Pozarządowych',
    email: 'rada@zit.example',
    roleText: 'rada: opiniuje oferty w powiecie Sopot',
    grants: [{ role: 'NGO_COUNCIL', organisation: null, teryt: '2264' }],
  },
  {
    key: 'przewodniczacy',
    group: COUNTED,
    name: 'Przewodniczący grupy sterującej',
    email: 'przewodniczacy@zit.example',
    roleText: 'przewodniczący: prowadzi komisję naboru i decyduje o ofertach spóźnionych',
    grants: [{ role: 'CHAIR', organisation: null, teryt: null }],
  },
  ...[
    ['1', 'ocenia oferty: wskazany przez forum organizacji pozarządowych'],
    ['2', 'ocenia oferty: wskazany przez miasto'],
    ['3', 'ocenia oferty: wskazany przez radę organizacji pozarządowych'],
    ['4', 'ocenia oferty: ekspert'],
    ['5', 'prowadzi protokół komisji'],
  ].map(([no, roleText]): SamplePerson => ({
    ...{ key: `oceniajacy-s${no}`, group: COUNTED, name: `Oceniający S${no}`, roleText: roleText ?? '' },
    email: `oceniajacy-s${no}@zit.example`,
    grants: [{ role: 'ASSESSOR', organisation: null, teryt: null }],
  })),
];
