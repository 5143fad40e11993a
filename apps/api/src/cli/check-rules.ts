import { blocks, check, factsOfCase, ruleSetOfCase } from '@zit/domain';
import { readCaseFile } from './case-file';
import { offersNamed } from './offers';
import type { CheckCommand } from './read-arguments';
import { EXIT, type Terminal } from './terminal';

/** `rules check`: every offer, or the one named; each finding says whose it is. */
export async function checkRules(command: CheckCommand, terminal: Terminal): Promise<number> {
  const zitCase = await readCaseFile(command.file, terminal);
  const ruleSet = ruleSetOfCase(zitCase);
  const results = offersNamed(zitCase, command.offer).map((offer) => ({
    offer,
    ...check(factsOfCase(zitCase, offer), ruleSet),
  }));
  const findings = results.flatMap(({ offer, findings: found }) => found.map((finding) => ({ offer, ...finding })));
  const notChecked = results.flatMap(({ offer, notChecked: left }) => left.map((rule) => ({ offer, ...rule })));
  terminal.stdout(`${JSON.stringify({ ruleSet: ruleSet.version, findings, notChecked }, null, 1)}\n`);
  return blocks(findings) ? EXIT.blocked : EXIT.ok;
}
