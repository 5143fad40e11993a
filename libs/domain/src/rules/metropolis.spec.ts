import {
  factsOfSample,
  gdynskaKotwica,
  kompasFacts,
  sampleConsortia,
  sampleOrganisations,
  samplePeople,
  sopotRuleSet,
} from '@zit/sample';
import { parseKrs } from '../identifier/krs';
import { parseNip } from '../identifier/nip';
import { parseNrb } from '../identifier/nrb';
import { parseRegon } from '../identifier/regon';
import { sectorOf } from '../organisation/legal-form';
import { check } from './check';
import { documentFindings } from './document-findings';
import { blocks } from './finding';

describe('the demo metropolis', () => {
  it('has organisations with right test identifiers, each once', () => {
    for (const organisation of sampleOrganisations) {
      expect(parseNip(organisation.nip)).toEqual({ ok: true, value: organisation.nip });
      expect(organisation.nip).toMatch(/^999000/);
      expect(parseRegon(organisation.regon)).toEqual({ ok: true, value: organisation.regon });
      if (organisation.krs) expect(parseKrs(organisation.krs)).toEqual({ ok: true, value: organisation.krs });
      if (organisation.bankAccount) expect(parseNrb(organisation.bankAccount).ok).toBe(true);
      expect(sectorOf(organisation.legalForm)).toBe(organisation.sector);
    }
    const own = sampleOrganisations.filter((organisation) => organisation.unitOf === null);
    expect(new Set(own.map((organisation) => organisation.nip)).size).toBe(own.length);
    expect(new Set(sampleOrganisations.map((organisation) => organisation.regon)).size).toBe(
      sampleOrganisations.length,
    );
  });

  it('names everybody it points at', () => {
    const keys = new Set<string | null>(sampleOrganisations.map((organisation) => organisation.key));
    for (const { grants } of samplePeople)
      for (const { organisation } of grants) expect(keys.has(organisation) || organisation === null).toBe(true);
    for (const consortium of sampleConsortia()) {
      const members = new Set(consortium.members.map((member) => member.organisation));
      for (const line of consortium.lines) expect(members.has(line.member)).toBe(true);
      for (const service of consortium.services) expect(members.has(service.memberId)).toBe(true);
    }
  });

  it('„Kompas Sopocki” may sign all three documents', () => {
    const paper = {
      templateVersion: 'x',
      number: null,
      date: '2015-06-20',
      place: 'Sopot',
      copies: 5,
      validUntil: null,
      note: null,
    };
    for (const kind of ['LETTER_OF_INTENT', 'LETTER_OF_CONFIRMATION', 'PARTNERSHIP_AGREEMENT'] as const) {
      const result = documentFindings(kind, {
        ...paper,
        kind,
        memberId: 'gmina-sopot',
        consortium: kompasFacts(),
        ruleSet: sopotRuleSet(),
      });
      expect(blocks(result.findings)).toBe(false);
      expect(result.notChecked).toEqual([]);
    }
  });

  it('„Gdyńska Kotwica” breaks what it is meant to break', () => {
    const open = check(factsOfSample(gdynskaKotwica()), sopotRuleSet()).findings.filter((f) => f.verdict !== 'pass');
    expect(open.map((f) => `${f.code} ${f.aspect} ${f.verdict}`)).toEqual([
      'R-NGO SHARE fail',
      'R-OWN SHARE fail',
      'R-COMP JST fail',
      'R-LEADER EXPERIENCE fail',
      'R-CAP ZIT_SHARE fail',
      'R-PERIOD LENGTH fail',
      'R-DOUBLE LM_COACHING warning',
      'R-VALUATION METHOD fail',
    ]);
    expect(open[1]?.text).toContain('(14,99\u00a0%)');
    expect(open[1]?.text).toContain('brakuje 0,01\u00a0zł');
  });
});
