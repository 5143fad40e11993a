import { type DocumentFacts, type LegalRegime, type LocalDate, type NgoMeasure } from '@zit/domain';
import type { RichText } from '../model/model';
import { rich, text } from '../model/rich-text';

const ACT_2006 = 'ustawy z dnia 6 grudnia 2006 r. o zasadach prowadzenia polityki rozwoju';
const ACT_2014 =
  'ustawy z dnia 11 lipca 2014 r. o zasadach realizacji programów w zakresie polityki spójności finansowanych w perspektywie finansowej 2014–2020';
const ACT_2022 =
  'ustawy z dnia 28 kwietnia 2022 r. o zasadach realizacji zadań finansowanych ze środków europejskich w perspektywie finansowej 2021–2027 (Dz. U. poz. 1079)';
const ACT_2003 = 'ustawy z dnia 24 kwietnia 2003 r. o działalności pożytku publicznego i o wolontariacie';

/** Day of the 2022 act: later grant projects rest on it (domain B.1; its article is not confirmed, so none is named). */
const DAY_OF_ACT_2022: LocalDate = '2022-04-28';

const BASIS: Record<LegalRegime, (date: LocalDate) => string> = {
  PARTNER_2006_ART28A: () => `art. 28a ${ACT_2006}`,
  PARTNER_2014_ART33: () => `art. 33 ${ACT_2014}`,
  PARTNER_2022_ART39: () => `art. 39 ${ACT_2022}`,
  GRANT_PROJECT: (date) =>
    date < DAY_OF_ACT_2022
      ? `art. 35 ${ACT_2014}, w ramach projektu grantowego`
      : `${ACT_2022}, w ramach projektu grantowego`,
  PUBLIC_BENEFIT_COMPETITION: () => `art. 11 i następnych ${ACT_2003}, w trybie otwartego konkursu ofert`,
  REGRANTING_16A: () => `art. 16a ${ACT_2003}`,
  OWN_REGULATIONS: () =>
    'regulaminu partnerstwa przyjętego przez Strony oraz art. 353¹ ustawy z dnia 23 kwietnia 1964 r. – Kodeks cywilny (zasada swobody umów)',
};

/** „na podstawie …”: chosen by the legal regime and the day on the paper (domain B.1). */
export const legalBasis = (regime: LegalRegime, date: LocalDate): string => BASIS[regime](date);

const GDPR: LocalDate = '2018-05-25';

/** The law on personal data that is in force on the day of the paper (domain B.12), in the genitive. */
export const dataProtectionLaw = (date: LocalDate): string =>
  date >= GDPR
    ? 'rozporządzenia Parlamentu Europejskiego i Rady (UE) 2016/679 z dnia 27 kwietnia 2016 r. (RODO)'
    : 'ustawy z dnia 29 sierpnia 1997 r. o ochronie danych osobowych';

export const isGdprTime = (date: LocalDate): boolean => date >= GDPR;

/** What the parties are told about their representatives' data. */
export const dataNotice = (date: LocalDate): RichText[] =>
  isGdprTime(date)
    ? [
        text(
          `Dane osób reprezentujących Strony i osób do kontaktu są przetwarzane zgodnie z przepisami ${dataProtectionLaw(date)} w celu zawarcia i wykonania ustaleń (art. 6 ust. 1 lit. b), wykonania obowiązków prawnych (lit. c) oraz zadań realizowanych w interesie publicznym (lit. e).`,
        ),
        text(
          'Każda ze Stron jest administratorem danych swoich przedstawicieli i przekazuje je pozostałym Stronom w zakresie niezbędnym do współpracy. Odbiorcami danych mogą być instytucje finansujące i kontrolujące oraz podmioty obsługujące systemy informatyczne Stron. Dane nie są przekazywane poza Europejski Obszar Gospodarczy.',
        ),
        text(
          'Dane są przechowywane przez 5 lat od końca roku, w którym nastąpiło końcowe rozliczenie, chyba że przepisy wymagają dłuższego okresu. Osobom, których dane dotyczą, przysługuje prawo dostępu do danych, ich sprostowania, usunięcia lub ograniczenia przetwarzania, wniesienia sprzeciwu oraz skarga do Prezesa Urzędu Ochrony Danych Osobowych. Podanie danych jest dobrowolne, lecz niezbędne do podpisania dokumentu. Dane nie służą zautomatyzowanemu podejmowaniu decyzji.',
        ),
      ]
    : [
        text(
          `Dane osób reprezentujących Strony i osób do kontaktu są przetwarzane zgodnie z przepisami ${dataProtectionLaw(date)}, wyłącznie w zakresie niezbędnym do zawarcia i wykonania ustaleń.`,
        ),
        text(
          'Każda ze Stron jest administratorem danych swoich przedstawicieli. Osobom, których dane dotyczą, przysługuje prawo dostępu do treści danych i ich poprawiania.',
        ),
      ];

/** What the NGO share is measured by, as a phrase: „co najmniej 50 % członków konsorcjum”. */
const MEASURED: Record<NgoMeasure, string> = {
  MEMBER_COUNT: 'członków konsorcjum',
  BUDGET: 'budżetu konsorcjum',
  ZIT: 'środków ZIT przypadających na konsorcjum',
  VOTES: 'głosów w konsorcjum',
};

/** „co najmniej 50 % członków konsorcjum”, after the rule set of the call. */
export const ngoShare = (facts: DocumentFacts): string => {
  const { num, den, inclusive, measure } = facts.ruleSet.ngo;
  const share = (num * 100) % den === 0 ? `${(num * 100) / den} %` : `${num}/${den}`;
  return `${inclusive ? 'co najmniej' : 'więcej niż'} ${share} ${MEASURED[measure]}`;
};

/** The undertaking that the centre belongs to; only the 2014 programme is named, others by their call. */
export const programme = (facts: DocumentFacts): RichText =>
  facts.ruleSet.version.startsWith('OMT-2014')
    ? rich`przedsięwzięcie „Metropolitalny System Aktywizacji Społeczno-Zawodowej” jest częścią pakietu w ramach Zintegrowanych Inwestycji Terytorialnych (ZIT) dla Obszaru Metropolitalnego Trójmiasta i służy zwiększeniu zatrudnienia, zwłaszcza osób wykluczonych i zagrożonych wykluczeniem społecznym, oraz poprawie jakości usług społecznych`
    : rich`Lokalne Centra powstają w ramach Zintegrowanych Inwestycji Terytorialnych (ZIT) i służą włączeniu na rynek pracy oraz poprawie jakości usług społecznych`;
