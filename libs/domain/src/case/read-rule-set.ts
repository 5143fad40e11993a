import { SECTORS } from '../organisation/sector';
import { NGO_MEASURES } from '../rules/rule-set';
import { caseWords } from '../words.pl/case';
import type { Reading } from './reading';

const DEMANDS = ['required', 'warn', 'off'];

/** Looks whether the value is a whole rule set; the rules trust every key of it. */
export function readRuleSet(reading: Reading, value: unknown, at: string): void {
  const rules = reading.object(value, at);
  if (!rules) return;
  const part = (key: string): Record<string, unknown> => reading.object(rules[key], `${at}/${key}`) ?? {};
  reading.text(rules['version'], `${at}/version`);

  const ngo = part('ngo');
  reading.oneOf(ngo['measure'], NGO_MEASURES, `${at}/ngo/measure`);
  reading.count(ngo['num'], `${at}/ngo/num`);
  reading.count(ngo['den'], `${at}/ngo/den`, 1);
  reading.flag(ngo['inclusive'], `${at}/ngo/inclusive`);
  if (Number(ngo['num']) > Number(ngo['den'])) reading.fault(`${at}/ngo/num`, caseWords.overWhole);

  const own = part('own');
  reading.percent(own['percent'], `${at}/own/percent`);
  reading.oneOf(own['base'], ['TOTAL_COST'], `${at}/own/base`);
  reading.oneOf(own['provider'], ['ANY_MEMBER', 'JST_ONLY'], `${at}/own/provider`);
  reading.percent(own['inKindCapPercent'], `${at}/own/inKindCapPercent`);

  const composition = part('composition');
  for (const sector of ['NGO', 'JST', 'BUSINESS']) {
    reading.oneOf(composition[sector], DEMANDS, `${at}/composition/${sector}`);
  }

  const size = part('size');
  reading.count(size['min'], `${at}/size/min`);
  reading.optional(size['max'], (max) => reading.count(max, `${at}/size/max`, 1));

  const leader = part('leader');
  reading.list(leader['sectors'], `${at}/leader/sectors`, (sector, place) => reading.oneOf(sector, SECTORS, place));
  reading.count(leader['minSimilarProjects'], `${at}/leader/minSimilarProjects`);
  reading.count(leader['years'], `${at}/leader/years`, 1);
  if (typeof leader['turnoverFactor'] !== 'string' || !/^\d{1,6}(\.\d{1,6})?$/.test(leader['turnoverFactor'])) {
    reading.fault(`${at}/leader/turnoverFactor`, caseWords.notDecimal);
  }

  const cap = part('cap');
  reading.money(cap['totalGrosze'], `${at}/cap/totalGrosze`);
  reading.percent(cap['zitMaxPercent'], `${at}/cap/zitMaxPercent`);
  reading.count(part('period')['months'], `${at}/period/months`, 1);
  reading.flag(part('areas')['both'], `${at}/areas/both`);
  const ids = part('ids');
  reading.flag(ids['uniqueLegalPerson'], `${at}/ids/uniqueLegalPerson`);
  reading.flag(ids['checksum'], `${at}/ids/checksum`);
  reading.count(part('form')['cureBusinessDays'], `${at}/form/cureBusinessDays`);
  reading.money(rules['operatorFeeGrosze'], `${at}/operatorFeeGrosze`);
}
