import { BUDGET_AREAS, BUDGET_SOURCES, MAX_LINES } from '../budget/line';
import { SERVICE_AREAS } from '../catalogue/services';
import { REPRESENTATION_MODES } from '../organisation/representation';
import { SECTORS } from '../organisation/sector';
import { LEGAL_REGIMES } from '../regime/legal-regime';
import { caseWords } from '../words.pl/case';
import { Reading, type CaseFault } from './reading';
import { readRuleSet } from './read-rule-set';
import { CASE_FORMAT, type ZitCase } from './zit-case';

export type CaseRead = { ok: true; value: ZitCase } | { ok: false; faults: CaseFault[] };

/**
 * Reads parsed JSON as a case of the format `zit-case/1`. Every fault is named with its JSON pointer, so that
 * a caller who has the text can add line and column; unknown keys are left alone.
 */
export function readCase(json: unknown): CaseRead {
  const reading = new Reading();
  const root = reading.object(json, '');
  if (root) {
    if (root['format'] !== CASE_FORMAT) reading.fault('/format', caseWords.format(CASE_FORMAT));
    if (root['ruleSet'] !== undefined) readRuleSet(reading, root['ruleSet'], '/ruleSet');
    readCall(reading, root['call']);
    readOffers(reading, root['offers']);
  }
  return reading.faults.length === 0 ? { ok: true, value: json as ZitCase } : { ok: false, faults: reading.faults };
}

function readCall(reading: Reading, value: unknown): void {
  const call = reading.object(value, '/call');
  if (!call) return;
  reading.text(call['teryt'], '/call/teryt', /^\d{7}$/);
  reading.optional(call['no'], (no) => reading.text(no, '/call/no'));
  reading.optional(call['municipality'], (name) => reading.text(name, '/call/municipality'));
  reading.optional(call['capGrosze'], (cap) => reading.money(cap, '/call/capGrosze'));
  reading.optional(call['legalRegime'], (regime) => reading.oneOf(regime, LEGAL_REGIMES, '/call/legalRegime'));
  reading.optional(call['period'], (period) => readPeriod(reading, period, '/call/period'));
  reading.optional(call['catalogueAdditions'], (additions) =>
    reading.list(additions, '/call/catalogueAdditions', (item, at) => {
      const service = reading.object(item, at);
      if (!service) return;
      reading.text(service['code'], `${at}/code`, /^[A-Z]{2}_[A-Z0-9_]+$/);
      reading.oneOf(service['area'], SERVICE_AREAS, `${at}/area`);
      reading.text(service['pl'], `${at}/pl`);
      reading.optional(service['justification'], (reason) => reading.text(reason, `${at}/justification`));
    }),
  );
}

function readOffers(reading: Reading, value: unknown): void {
  const offers = reading.object(value, '/offers');
  if (!offers) return;
  if (Object.keys(offers).length === 0) reading.fault('/offers', caseWords.noOffers);
  for (const [name, offer] of Object.entries(offers)) readOffer(reading, offer, `/offers/${pointerPart(name)}`);
}

const pointerPart = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

function readOffer(reading: Reading, value: unknown, at: string): void {
  const offer = reading.object(value, at);
  if (!offer) return;
  reading.text(offer['title'], `${at}/title`);
  const ids = new Set<unknown>();
  if ((offer['members'] ?? offer['sectors'] ?? null) === null) reading.fault(at, caseWords.noMembers);
  reading.optional(offer['members'], (members) =>
    reading.list(members, `${at}/members`, (member, place) => readMember(reading, member, place, ids)),
  );
  reading.optional(offer['sectors'], (sectors) =>
    reading.list(sectors, `${at}/sectors`, (sector, place) => reading.oneOf(sector, SECTORS, place)),
  );
  reading.optional(offer['budget'], (lines) => readBudget(reading, lines, `${at}/budget`, ids));
  for (const key of ['declaredTotalGrosze', 'totalGrosze', 'zitGrosze', 'ownGrosze']) {
    reading.optional(offer[key], (amount) => reading.money(amount, `${at}/${key}`));
  }
  reading.optional(offer['period'], (period) => readPeriod(reading, period, `${at}/period`));
  reading.optional(offer['letterOfIntentSignedOn'], (date) => reading.date(date, `${at}/letterOfIntentSignedOn`));
  reading.optional(offer['distinctPersons'], (count) => reading.count(count, `${at}/distinctPersons`));
  reading.optional(offer['services'], (services) =>
    reading.list(services, `${at}/services`, (item, place) => {
      const service = reading.object(item, place);
      if (!service) return;
      reading.text(service['code'], `${place}/code`);
      if (!ids.has(service['memberId'])) reading.fault(`${place}/memberId`, caseWords.unknownMember);
    }),
  );
  reading.optional(offer['targetGroups'], (value) => {
    const groups = reading.object(value, `${at}/targetGroups`);
    for (const [code, count] of Object.entries(groups ?? {})) {
      reading.count(count, `${at}/targetGroups/${pointerPart(code)}`);
    }
  });
  reading.optional(offer['servicePlaces'], (places) =>
    reading.list(places, `${at}/servicePlaces`, (item, place) => {
      const point = reading.object(item, place);
      if (!point) return;
      reading.text(point['teryt'], `${place}/teryt`, /^\d{7}$/);
      reading.text(point['addressPl'], `${place}/addressPl`);
      for (const key of ['hours', 'accessibility']) {
        reading.optional(point[key], (text) => reading.text(text, `${place}/${key}`));
      }
    }),
  );
}

function readMember(reading: Reading, value: unknown, at: string, ids: Set<unknown>): void {
  const member = reading.object(value, at);
  if (!member) return;
  reading.text(member['id'], `${at}/id`);
  if (ids.has(member['id'])) reading.fault(`${at}/id`, caseWords.repeated(String(member['id'])));
  ids.add(member['id']);
  reading.text(member['name'], `${at}/name`);
  reading.oneOf(member['sector'], SECTORS, `${at}/sector`);
  reading.oneOf(member['role'], ['LEADER', 'PARTNER'], `${at}/role`);
  for (const key of ['legalForm', 'nip', 'regon', 'krs', 'unitOfNip', 'address', 'seatTeryt', 'email', 'phone']) {
    reading.optional(member[key], (text) => reading.text(text, `${at}/${key}`));
  }
  for (const key of ['turnoverGrosze', 'declaredCashGrosze', 'declaredInKindGrosze']) {
    reading.optional(member[key], (amount) => reading.money(amount, `${at}/${key}`));
  }
  for (const key of ['similarProjects3y', 'votes']) {
    reading.optional(member[key], (count) => reading.count(count, `${at}/${key}`));
  }
  reading.optional(member['tasks'], (tasks) =>
    reading.list(tasks, `${at}/tasks`, (task, place) => reading.text(task, place)),
  );
  reading.optional(member['representation'], (persons) =>
    reading.list(persons, `${at}/representation`, (item, place) => {
      const person = reading.object(item, place);
      if (!person) return;
      reading.text(person['person'], `${place}/person`);
      reading.text(person['function'], `${place}/function`);
      reading.oneOf(person['mode'], REPRESENTATION_MODES, `${place}/mode`);
      for (const key of ['validFrom', 'validTo']) {
        reading.optional(person[key], (date) => reading.date(date, `${place}/${key}`));
      }
      reading.optional(person['evidence'], (text) => reading.text(text, `${place}/evidence`));
    }),
  );
}

function readBudget(reading: Reading, value: unknown, at: string, ids: ReadonlySet<unknown>): void {
  const seen = new Set<unknown>();
  const count = reading.list(value, at, (item, place) => {
    const line = reading.object(item, place);
    if (!line) return;
    reading.text(line['no'], `${place}/no`);
    if (seen.has(line['no'])) reading.fault(`${place}/no`, caseWords.repeated(String(line['no'])));
    seen.add(line['no']);
    reading.text(line['category'], `${place}/category`);
    reading.text(line['item'], `${place}/item`);
    reading.oneOf(line['area'], BUDGET_AREAS, `${place}/area`);
    reading.oneOf(line['source'], BUDGET_SOURCES, `${place}/source`);
    if (!ids.has(line['member'])) reading.fault(`${place}/member`, caseWords.unknownMember);
    reading.quantity(line['quantity'], `${place}/quantity`);
    reading.money(line['unitPriceGrosze'], `${place}/unitPriceGrosze`);
    reading.money(line['amountGrosze'], `${place}/amountGrosze`);
    for (const key of ['unit', 'valuation', 'justification']) {
      reading.optional(line[key], (text) => reading.text(text, `${place}/${key}`));
    }
  });
  if (count > MAX_LINES) reading.fault(at, caseWords.tooManyLines(MAX_LINES));
}

function readPeriod(reading: Reading, value: unknown, at: string): void {
  const period = reading.object(value, at);
  if (!period) return;
  reading.date(period['from'], `${at}/from`);
  reading.date(period['to'], `${at}/to`);
}
