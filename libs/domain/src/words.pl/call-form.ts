import type { CALL_FORM } from '../call/call-form';
import type { FormWords } from '../sheet/form-words';
import { organisationKindWords } from './organisation-kinds';
import { regimeWords } from './regime';

/** The form of a call: its sections in the order of the work, with what people ask about each field. */
export const callFormWords = {
  sections: {
    basics: {
      title: 'Podstawowe informacje',
      fields: {
        title: { label: 'Tytuł naboru', help: 'Tak nabór nazywa się na liście i na stronie publicznej.' },
        purpose: { label: 'Cel partnerstwa', help: 'Po co powstaje lokalne centrum i komu ma pomóc.' },
        tasks: {
          label: 'Planowane zadania',
          help: 'Czego spodziewacie się od konsorcjum. Każde zadanie w nowym wierszu.',
        },
        centres: { label: 'Liczba lokalnych centrów' },
        capGrosze: { label: 'Najwyższy budżet oferty', help: 'Koszt całkowity razem z wkładem własnym.' },
        periodFrom: { label: 'Realizacja od' },
        periodTo: { label: 'Realizacja do', help: 'Ostatni dzień też się liczy.' },
        legalRegime: { label: 'Podstawa prawna', help: 'Musi obowiązywać w dniu ogłoszenia.' },
        memberSectors: {
          label: 'Kto może wejść do konsorcjum',
          help: 'W otwartym konkursie ofert tylko organizacje pozarządowe i podmioty z nimi zrównane.',
        },
      },
      lists: {},
    },
    rules: {
      title: 'Reguły i punktacja',
      fields: {
        ruleSet: {
          label: 'Zestaw reguł',
          help: 'Udział organizacji, wkład własny, limit kwoty i okres, według których portal sprawdza oferty.',
        },
        thresholdPoints: {
          label: 'Próg punktowy (na 100 punktów)',
          help: 'Oferta, która ma dokładnie tyle, przechodzi.',
        },
        quorum: {
          label: 'Najmniejsza liczba ocen',
          help: 'Ilu oceniających bez konfliktu interesów musi ocenić ofertę.',
        },
        conflictPolicy: {
          label: 'Konflikt interesów wyłącza oceniającego',
          help: 'Zasada ogłoszona przed naborem, taka sama dla wszystkich.',
        },
        scoringBody: { label: 'Kto ocenia', help: 'Na przykład grupa sterująca albo komisja konkursowa.' },
        appealDays: {
          label: 'Odwołanie od wyniku: liczba dni',
          help: 'Dni po ogłoszeniu wyniku, bez dnia ogłoszenia. Puste: nabór nie przewiduje odwołania.',
        },
      },
      lists: {
        ties: {
          title: 'Rozstrzyganie remisów',
          help: 'Kolejno: kryteria, potem na przykład mniejsza kwota z ZIT, na końcu losowanie.',
          item: 'zasada',
          add: 'Dodaj zasadę',
          named: ['by'],
          fields: { by: { label: 'Rozstrzyga' } },
        },
      },
    },
    criteria: {
      title: 'Kryteria',
      help: 'Wagi wszystkich kryteriów muszą dawać razem 100.',
      fields: {},
      lists: {
        list: {
          title: 'Kryteria wyboru',
          item: 'kryterium',
          add: 'Dodaj kryterium',
          named: ['code', 'name'],
          fields: {
            code: { label: 'Kod', help: 'Krótki, na przykład K1.' },
            name: { label: 'Nazwa' },
            guidance: {
              label: 'Wskazówki dla oceniających',
              help: 'Za co należą się punkty. Widzą je także składający.',
            },
            weight: { label: 'Waga', help: 'Od 0 do 100.' },
            kind: { label: 'Sposób oceny' },
          },
        },
      },
    },
    consultations: {
      title: 'Konsultacje',
      help: 'Co najmniej z radą organizacji pozarządowych i z gminą. Na każdą uwagę potrzebna jest odpowiedź.',
      fields: {},
      lists: {
        list: {
          title: 'Z kim skonsultowano kryteria',
          item: 'konsultacja',
          add: 'Dodaj konsultację',
          named: ['name'],
          fields: {
            body: { label: 'Rodzaj' },
            name: { label: 'Nazwa', help: 'Na przykład Sopocka Rada Organizacji Pozarządowych.' },
            date: { label: 'Data' },
            opinion: { label: 'Opinia' },
          },
        },
        remarks: {
          title: 'Uwagi i odpowiedzi',
          item: 'uwaga',
          add: 'Dodaj uwagę',
          named: ['remark'],
          fields: {
            consultation: { label: 'Konsultacja' },
            remark: { label: 'Uwaga' },
            answer: { label: 'Odpowiedź', help: 'Co z uwagi przyjęto albo dlaczego nie.' },
          },
        },
      },
    },
    resolution: {
      title: 'Uchwała o trybie i zasadach',
      fields: {
        body: { label: 'Kto uchwalił', help: 'Na przykład spotkanie partnerstwa albo rada miasta.' },
        number: { label: 'Numer' },
        date: { label: 'Data' },
        mode: { label: 'Tryb utworzenia partnerstwa' },
        rules: { label: 'Zasady' },
        adopted: {
          label: 'Przyjęte kryteria',
          help: 'Zapis kryteriów z dnia uchwały. Powstaje przyciskiem w kontroli naboru; po zmianie kryteriów potrzebna jest nowa uchwała.',
        },
      },
      lists: {},
    },
    meetings: {
      title: 'Spotkania',
      help: 'Frekwencję zapisuje się według organizacji i liczby osób, bez nazwisk.',
      fields: {},
      lists: {
        list: {
          title: 'Spotkania',
          item: 'spotkanie',
          add: 'Dodaj spotkanie',
          named: ['kind', 'place'],
          fields: {
            kind: { label: 'Rodzaj' },
            at: { label: 'Dzień i godzina' },
            place: { label: 'Miejsce' },
            invitation: { label: 'Zaproszenie' },
            minutes: { label: 'Protokół', help: 'Ustalenia spotkania, bez nazwisk uczestników.' },
          },
        },
        attendance: {
          title: 'Frekwencja',
          item: 'wpis',
          add: 'Dodaj organizację',
          named: ['organisation'],
          fields: {
            meeting: { label: 'Spotkanie' },
            organisation: { label: 'Organizacja' },
            people: { label: 'Liczba osób' },
          },
        },
      },
    },
    notice: {
      title: 'Ogłoszenie',
      fields: {
        text: { label: 'Treść ogłoszenia' },
        days: {
          label: 'Ile dni na złożenie oferty',
          help: 'Liczone od ostatniego kanału, bez dnia ogłoszenia. Wybór partnera i otwarty konkurs wymagają co najmniej 21 dni.',
        },
        dayKind: { label: 'Jakie dni' },
      },
      lists: {
        channels: {
          title: 'Kanały ogłoszenia',
          help: 'Co najmniej dwa, na przykład strona miasta i strona centrum organizacji.',
          item: 'kanał',
          add: 'Dodaj kanał',
          named: ['name'],
          fields: {
            kind: { label: 'Rodzaj' },
            name: { label: 'Nazwa', help: 'Na przykład www.sopot.pl.' },
            publishedOn: { label: 'Ogłoszono dnia' },
            link: { label: 'Adres ogłoszenia', help: 'Cały adres, od https://.' },
            evidence: { label: 'Dowód', help: 'Na przykład zrzut strony albo numer wydania.' },
          },
        },
      },
    },
    deadline: {
      title: 'Termin',
      help: 'Godziny są w czasie polskim, a o chwili złożenia decyduje zegar portalu.',
      fields: {
        opensAt: { label: 'Nabór otwarty od' },
        closesAt: { label: 'Termin składania', help: 'Oferta złożona dokładnie w tej chwili jest na czas.' },
        admitsLate: {
          label: 'Spóźnioną ofertę można dopuścić',
          help: 'Tylko decyzją przewodniczącego zapisaną w protokole.',
        },
      },
      lists: {},
    },
    texts: {
      title: 'Dokumenty i kontakt',
      fields: {
        documents: { label: 'Wymagane dokumenty' },
        procedure: {
          label: 'Przebieg wyboru',
          help: 'Kolejne kroki, negocjacje i prawo do unieważnienia naboru.',
        },
        contact: { label: 'Kontakt', help: 'Dane urzędu; ukażą się na stronie publicznej.' },
        personalData: { label: 'Informacja o danych osobowych' },
      },
      lists: {},
    },
  },
  choices: {
    'basics.legalRegime': regimeWords.name,
    'basics.memberSectors': organisationKindWords.sector,
    'rules.conflictPolicy': {
      WHOLE_CALL: 'z całego naboru',
      OFFER_ONLY: 'tylko z oceny tej oferty',
    },
    'rules.ties.by': {
      LOWER_ZIT: 'mniejsza kwota z ZIT',
      LOT: 'losowanie',
    },
    'criteria.list.kind': {
      SCORED: 'punkty oceniających',
      RECOMMENDATION: 'rekomendacja rady organizacji pozarządowych',
    },
    'consultations.list.body': {
      NGO_COUNCIL: 'rada organizacji pozarządowych',
      MUNICIPALITY: 'gmina',
      OTHER: 'inny podmiot',
    },
    'resolution.mode': {
      OPEN_PARTNERSHIP: 'partnerstwo otwarte, zgłasza się każdy',
      INVITED_PARTNERSHIP: 'partnerstwo z zaproszonych',
      OTHER: 'inny, opisany w zasadach',
    },
    'meetings.list.kind': {
      INFORMATION: 'informacyjne',
      PARTNERSHIP: 'założycielskie partnerstwa',
      CRITERIA: 'o kryteriach',
    },
    'notice.dayKind': {
      CALENDAR: 'kalendarzowe',
      BUSINESS: 'robocze, od poniedziałku do piątku bez świąt',
    },
    'notice.channels.kind': {
      WEB: 'strona internetowa',
      BIP: 'Biuletyn Informacji Publicznej',
      SEAT: 'siedziba urzędu',
      PRESS: 'prasa',
      OTHER: 'inny',
    },
  },
} as const satisfies FormWords<typeof CALL_FORM>;
