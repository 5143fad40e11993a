type Kind = 'NIP' | 'REGON' | 'KRS' | 'PESEL' | 'NRB' | 'TERYT';
type Fault = 'EMPTY' | 'CHARACTERS' | 'LENGTH' | 'ZERO' | 'CHECKSUM' | 'DATE' | 'KIND' | 'UNKNOWN';

const names: Record<Kind, string> = {
  NIP: 'NIP',
  REGON: 'REGON',
  KRS: 'numer KRS',
  PESEL: 'PESEL',
  NRB: 'numer rachunku',
  TERYT: 'kod TERYT',
};

const lengths: Record<Kind, string> = {
  NIP: '10 cyfr',
  REGON: '9 albo 14 cyfr',
  KRS: '10 cyfr',
  PESEL: '11 cyfr',
  NRB: '26 cyfr',
  TERYT: '7 cyfr',
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const sentences: Record<Fault, (kind: Kind) => string> = {
  EMPTY: (kind) => `Wpisz ${names[kind]} (${lengths[kind]}).`,
  CHARACTERS: (kind) => `${capital(names[kind])} składa się z samych cyfr.`,
  LENGTH: (kind) => `${capital(names[kind])} powinien mieć ${lengths[kind]}.`,
  ZERO: (kind) => `${capital(names[kind])} nie może składać się z samych zer.`,
  CHECKSUM: (kind) => `Cyfra kontrolna się nie zgadza – sprawdź, czy ${names[kind]} jest przepisany bez pomyłki.`,
  DATE: () => 'Pierwsze cyfry numeru PESEL nie są datą urodzenia.',
  KIND: () => 'Ostatnia cyfra kodu TERYT nie pasuje do rodzaju gminy.',
  UNKNOWN: () => 'Nie ma gminy o takim kodzie TERYT.',
};

export const identifierWords = {
  name: names,
  fault: (kind: Kind, fault: Fault) => sentences[fault](kind),
} as const;
