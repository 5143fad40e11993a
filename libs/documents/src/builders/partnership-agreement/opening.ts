import type { DocumentFacts } from '@zit/domain';
import type { Block } from '../../model/model';
import { bold, list, paragraph, rich, text } from '../../model/rich-text';
import { legalBasis, programme } from '../clauses';
import { callName, centreName, inPlace, numberedTitle, onDay, periodText, quoted, section } from '../paper';
import { partyList } from '../party';
import { targetGroupTable } from '../tables';

/** Title, parties, preamble with the legal basis, §1 subject and §2 definitions. */
export function opening(facts: DocumentFacts): Block[] {
  const { consortium } = facts;
  return [
    {
      kind: 'title',
      text: numberedTitle(facts),
      subtitle: rich`konsorcjum ${bold(quoted(consortium.title))} – ${centreName(facts)}`,
    },
    paragraph(rich`zawarta dnia ${bold(onDay(facts.date))} w miejscowości ${inPlace(facts)} pomiędzy:`),
    partyList(consortium.members, facts.date),
    paragraph(rich`zwanymi dalej łącznie „${bold('Stronami')}”, a każda z osobna „${bold('Stroną')}”.`),
    { kind: 'heading', level: 2, text: text('Preambuła') },
    paragraph('Zważywszy, że:'),
    list('1)', [
      'Strony chcą wspólnie prowadzić Lokalne Centrum, łącząc doświadczenie samorządu, organizacji pozarządowych i przedsiębiorców,',
      rich`${programme(facts)},`,
    ]),
    paragraph(
      rich`na podstawie ${legalBasis(consortium.legalRegime, facts.date)} Strony zawierają umowę o następującej treści:`,
    ),
    ...section(1, 'Przedmiot umowy', subject(facts), ...groups(facts)),
    ...section(2, 'Definicje', paragraph('Użyte w umowie określenia oznaczają:'), definitions(facts)),
  ];
}

function subject(facts: DocumentFacts): Block {
  const { consortium } = facts;
  const points = consortium.servicePoints.map((point) => {
    const more = [
      point.hours && `godziny: ${point.hours}`,
      point.accessibility && `dostępność: ${point.accessibility}`,
    ];
    const details = more.filter(Boolean).join('; ');
    return text(`${point.address} (TERYT ${point.teryt})${details ? ` – ${details}` : ''};`);
  });
  const where: Block[] =
    points.length > 0
      ? [paragraph('Lokalne Centrum działa w następujących punktach:'), list('1)', points)]
      : [paragraph('Adresy punktów Lokalnego Centrum Strony ustalą przed rozpoczęciem świadczenia usług.')];
  return list('1.', [
    rich`Umowa ustanawia partnerstwo w celu wspólnego prowadzenia: ${bold(centreName(facts))}, gmina ${consortium.centre.municipality} (kod TERYT ${consortium.centre.teryt}), w ramach naboru nr ${callName(facts)}, oraz określa zasady współpracy Stron.`,
    rich`Usługi są świadczone w okresie ${periodText(facts)}`,
    'Usługi obejmują obszar włączenia na rynek pracy oraz obszar usług społecznych.',
    where,
  ]);
}

function groups(facts: DocumentFacts): Block[] {
  const table = targetGroupTable(facts.consortium);
  if (!table) return [];
  const { distinctPersons } = facts.consortium;
  const note = distinctPersons === null ? '' : ` Łączna planowana liczba osób (każda liczona raz): ${distinctPersons}.`;
  return [table, { ...paragraph(`Jedna osoba może należeć do kilku grup.${note}`), small: true }];
}

const definitions = (facts: DocumentFacts): Block =>
  list('1)', [
    rich`${bold('Lider')} – partner wiodący, uprawniony do reprezentowania pozostałych Stron;`,
    rich`${bold('Partner')} – każda inna Strona;`,
    rich`${bold('Lokalne Centrum')} – usługi świadczone przez konsorcjum na obszarze gminy ${facts.consortium.centre.municipality}, w jednym lub w wielu punktach;`,
    rich`${bold('środki ZIT')} – dofinansowanie w ramach Zintegrowanych Inwestycji Terytorialnych;`,
    rich`${bold('wkład własny')} – wkład pieniężny i rzeczowy wnoszony przez Strony;`,
    rich`${bold('organizacje pozarządowe')} – organizacje pozarządowe i podmioty z nimi zrównane w rozumieniu przepisów o działalności pożytku publicznego;`,
    rich`${bold('instytucja finansująca')} – podmiot, który przekazuje środki ZIT na podstawie umowy o dofinansowanie.`,
  ]);
