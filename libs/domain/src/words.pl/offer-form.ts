import type { OFFER_FORM } from '../offer/offer-form';
import type { FormWords } from '../sheet/form-words';
import { offerChoices } from './offer-choices';

const member = { label: 'Członek konsorcjum', help: 'Kto to robi i kto odpowiada za ten wpis.' };

/** The form of an offer: its sections in the order of the screen, with what people ask about each field. */
export const offerFormWords = {
  sections: {
    basics: {
      title: 'Podstawowe informacje',
      fields: {
        title: { label: 'Tytuł oferty', help: 'Tak oferta nazywa się na listach i w potwierdzeniu złożenia.' },
        periodFrom: { label: 'Realizacja od' },
        periodTo: { label: 'Realizacja do', help: 'Ostatni dzień też się liczy. Okres musi mieścić się w naborze.' },
        summary: { label: 'Streszczenie', help: 'Co, dla kogo i gdzie zrobicie. To czyta się najpierw.' },
        needs: { label: 'Potrzeby i diagnoza', help: 'Jaki problem rozwiązujecie i z jakich danych o nim wiecie.' },
        complementarity: {
          label: 'Komplementarność',
          help: 'Z jakimi innymi działaniami i projektami łączy się oferta, bez podwójnego finansowania.',
        },
        officeEmail: { label: 'E-mail do wyjaśnień', help: 'Adres biura, nie prywatny.' },
        officePhone: { label: 'Telefon do wyjaśnień', help: 'Numer biura, nie prywatny.' },
      },
      lists: {},
    },
    partnership: {
      title: 'Partnerstwo',
      fields: {
        formation: { label: 'Jak powstało partnerstwo', help: 'Kiedy, z czyjej inicjatywy i kogo zaproszono.' },
        cooperation: { label: 'Zasady współpracy', help: 'Kto za co odpowiada i jak podejmujecie decyzje.' },
        council: { label: 'Rada partnerstwa', help: 'Kto w niej zasiada, jak głosuje i jak często się spotyka.' },
        openness: { label: 'Otwartość na nowe organizacje', help: 'Jak organizacja pozarządowa może przystąpić.' },
      },
      lists: {},
    },
    services: {
      title: 'Usługi',
      help: 'Usługi z obu obszarów, każda przy członku, który ją świadczy.',
      fields: {},
      lists: {
        list: {
          title: 'Usługi w ofercie',
          item: 'usługa',
          add: 'Dodaj usługę',
          named: ['code'],
          fields: {
            member,
            code: { label: 'Usługa', help: 'Z katalogu przedsięwzięcia albo z usług dodanych niżej.' },
            goal: { label: 'Cel krajowego programu' },
            priority: { label: 'Priorytet krajowego programu', help: 'Lokalne centra należą do priorytetu III.' },
            action: { label: 'Działanie krajowego programu' },
            description: { label: 'Opis', help: 'Na czym polega, dla kogo i ile godzin albo spotkań obejmuje.' },
          },
        },
        additions: {
          title: 'Usługi spoza katalogu',
          help: 'Każda z uzasadnieniem, jak służy celowi swojego obszaru.',
          item: 'usługa spoza katalogu',
          add: 'Dodaj usługę spoza katalogu',
          named: ['code', 'name'],
          fields: {
            code: {
              label: 'Kod',
              help: 'LM_ albo SS_ i nazwa wielkimi literami bez polskich znaków, np. LM_WARSZTATY.',
            },
            name: { label: 'Nazwa' },
            area: { label: 'Obszar' },
            justification: {
              label: 'Uzasadnienie',
              help: 'W obszarze rynku pracy usługa musi zwiększać szanse na zatrudnienie.',
            },
          },
        },
      },
    },
    groups: {
      title: 'Grupy docelowe',
      fields: {
        distinctPersons: {
          label: 'Liczba różnych osób',
          help: 'Osoba, która należy do dwóch grup, liczy się tu raz.',
        },
        recruitment: { label: 'Rekrutacja', help: 'Jak dotrzecie do uczestników i jak ich przyjmiecie.' },
        environment: { label: 'Otoczenie uczestników', help: 'Rodziny i środowiska, które też dostaną wsparcie.' },
      },
      lists: {
        list: {
          title: 'Grupy',
          item: 'grupa',
          add: 'Dodaj grupę',
          named: ['code'],
          fields: {
            code: { label: 'Grupa' },
            planned: { label: 'Liczba osób', help: 'W całym okresie. Bez nazwisk.' },
            note: { label: 'Uwagi' },
          },
        },
      },
    },
    places: {
      title: 'Miejsca i kryteria lokalizacji',
      fields: {
        justification: {
          label: 'Uzasadnienie lokalizacji',
          help: 'Usługi społeczne prowadzi się na terenie o ponadprzeciętnym wykluczeniu albo zdegradowanym, w związku z rewitalizacją.',
        },
      },
      lists: {
        points: {
          title: 'Miejsca świadczenia usług',
          help: 'Centrum może działać w jednym miejscu albo w wielu.',
          item: 'miejsce',
          add: 'Dodaj miejsce',
          named: ['name'],
          fields: {
            name: { label: 'Nazwa' },
            teryt: { label: 'Kod gminy', help: 'Siedem cyfr TERYT, np. 2264011 dla Sopotu.' },
            address: { label: 'Adres' },
            hours: { label: 'Godziny otwarcia' },
            accessibility: { label: 'Dostępność', help: 'Wejście, winda, toaleta, pętla indukcyjna, tłumacz.' },
          },
        },
        criteria: {
          title: 'Kryteria lokalizacji',
          help: 'Każda wartość ze źródłem i rokiem.',
          item: 'kryterium lokalizacji',
          add: 'Dodaj kryterium lokalizacji',
          named: ['criterion', 'name'],
          fields: {
            criterion: { label: 'Kryterium' },
            name: { label: 'Wskaźnik', help: 'Na przykład stopa bezrobocia długotrwałego.' },
            point: { label: 'Miejsce', help: 'Puste znaczy: wszystkie miejsca.' },
            value: { label: 'Wartość' },
            unit: { label: 'Jednostka' },
            source: { label: 'Źródło', help: 'Na przykład GUS, urząd pracy, program rewitalizacji.' },
            year: { label: 'Rok' },
            note: { label: 'Uwagi' },
          },
        },
      },
    },
    plan: {
      title: 'Plan i harmonogram',
      fields: {},
      lists: {
        list: {
          title: 'Działania',
          item: 'działanie',
          add: 'Dodaj działanie',
          named: ['name'],
          fields: {
            member,
            name: { label: 'Nazwa' },
            description: { label: 'Opis' },
            groups: { label: 'Grupy docelowe' },
            from: { label: 'Od' },
            to: { label: 'Do', help: 'Ostatni dzień też się liczy.' },
            outside: {
              label: 'Co zrobi ktoś spoza konsorcjum',
              help: 'Zakres działania podmiotu, który nie jest stroną umowy. Puste: nic.',
            },
          },
        },
      },
    },
    indicators: {
      title: 'Rezultaty i wskaźniki',
      fields: { results: { label: 'Zakładane rezultaty', help: 'Co się zmieni i jak trwale.' } },
      lists: {
        list: {
          title: 'Wskaźniki',
          item: 'wskaźnik',
          add: 'Dodaj wskaźnik',
          named: ['name'],
          fields: {
            kind: { label: 'Rodzaj' },
            name: { label: 'Nazwa' },
            unit: { label: 'Jednostka' },
            baseline: { label: 'Wartość początkowa' },
            target: { label: 'Wartość docelowa' },
            measurement: { label: 'Jak go zmierzycie', help: 'Z jakiego dokumentu i jak często.' },
            due: { label: 'Na kiedy' },
          },
        },
      },
    },
    experience: {
      title: 'Doświadczenie i zasoby',
      help: 'Każdy członek pisze o sobie.',
      fields: {},
      lists: {
        members: {
          title: 'Członkowie',
          item: 'członek',
          add: 'Dodaj wpis członka',
          named: [],
          fields: {
            similarProjects: { label: 'Podobne projekty', help: 'Ile w ostatnich trzech latach.' },
            turnoverGrosze: { label: 'Obrót', help: 'Za ostatni zamknięty rok.' },
            experience: { label: 'Doświadczenie', help: 'Nazwy projektów, lata, kwoty i wyniki.' },
            people: { label: 'Zasoby kadrowe', help: 'Stanowiska i kwalifikacje, bez nazwisk.' },
            things: { label: 'Zasoby rzeczowe i finansowe', help: 'Lokale, sprzęt, własne pieniądze.' },
          },
        },
      },
    },
    budget: {
      title: 'Budżet',
      fields: {
        declaredTotalGrosze: {
          label: 'Zadeklarowany koszt całkowity',
          help: 'Pozycje budżetu muszą dać dokładnie tę kwotę.',
        },
      },
      lists: {
        lines: {
          title: 'Pozycje budżetu',
          item: 'pozycja',
          add: 'Dodaj pozycję',
          named: ['item'],
          fields: {
            member: { label: 'Członek konsorcjum', help: 'Kto wydaje albo wnosi te pieniądze.' },
            category: { label: 'Kategoria' },
            area: { label: 'Obszar' },
            item: { label: 'Co', help: 'Usługa z katalogu albo własny opis.' },
            source: { label: 'Źródło' },
            unit: { label: 'Jednostka', help: 'Na przykład miesiąc, godzina, osoba.' },
            quantity: { label: 'Ile', help: 'Najwyżej trzy miejsca po przecinku.' },
            unitPriceGrosze: { label: 'Cena jednostkowa' },
            amountGrosze: { label: 'Kwota' },
            valuation: { label: 'Sposób wyceny', help: 'Wymagany przy wkładzie rzeczowym.' },
            justification: {
              label: 'Uzasadnienie',
              help: 'Potrzebne, gdy ten sam członek wycenia tę samą usługę w obu obszarach.',
            },
          },
        },
      },
    },
    contribution: {
      title: 'Wkład własny',
      help: 'Każdy członek deklaruje swój. Kwoty muszą się zgadzać z pozycjami budżetu.',
      fields: {},
      lists: {
        members: {
          title: 'Członkowie',
          item: 'członek',
          add: 'Dodaj wpis członka',
          named: [],
          fields: {
            cashGrosze: { label: 'Wkład pieniężny', help: 'Zero, jeżeli go nie ma.' },
            inKindGrosze: { label: 'Wkład rzeczowy i osobowy', help: 'Zero, jeżeli go nie ma.' },
            valuation: { label: 'Wycena', help: 'Cennik, stawka godzinowa wolontariusza, operat.' },
            evidence: { label: 'Potwierdzenie', help: 'Na przykład uchwała albo zapis w budżecie gminy.' },
          },
        },
      },
    },
    declarations: {
      title: 'Oświadczenia',
      help: 'Każdy członek oświadcza za siebie.',
      fields: {},
      lists: {
        members: {
          title: 'Członkowie',
          item: 'członek',
          add: 'Dodaj wpis członka',
          named: [],
          fields: {
            statutory: { label: 'Zadania mieszczą się w naszej działalności statutowej albo w naszych zadaniach' },
            noArrears: { label: 'Nie zalegamy z podatkami ani składkami na ubezpieczenie społeczne' },
            notExcluded: { label: 'Nie jesteśmy wykluczeni z otrzymania środków publicznych' },
            truth: { label: 'Informacje w ofercie są zgodne z prawdą' },
            personalData: { label: 'Poinformowaliśmy osoby, których dane są w ofercie' },
            remarks: { label: 'Uwagi', help: 'Puste, jeżeli ich nie ma.' },
          },
        },
      },
    },
  },
  choices: offerChoices,
} as const satisfies FormWords<typeof OFFER_FORM>;
