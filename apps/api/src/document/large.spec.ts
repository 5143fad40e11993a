import { randomUUID } from 'node:crypto';
import type { ConsortiumResponse, DocumentDetail, OrganisationResponse } from '@zit/contracts';
import { startPortal, type TestPortal } from '../../test/portal';
import { useRenderWorker } from '../../test/render-worker';
import { formSopot, must, type Sopot } from '../../test/sopot';

describe('a consortium of 50 members and 1 000 lines', () => {
  let portal: TestPortal;
  let sopot: Sopot;
  let cleanUp: () => void;

  beforeAll(async () => {
    portal = await startPortal();
    cleanUp = await useRenderWorker(portal);
    sopot = await formSopot(portal);
    const root = `/api/v1/consortia/${sopot.id}`;
    for (let n = 6; n <= 50; n++) {
      const name = `Stowarzyszenie testowe nr ${n}`;
      const nip = testNip(n);
      const { id } = must(
        await sopot.administrator.post<OrganisationResponse>('/api/v1/organisations', { name, sector: 'NGO', nip }),
      );
      must(await sopot.administrator.post(`${root}/members`, { organisationId: id, role: 'PARTNER' }));
    }
    const { members } = await sopot.read();
    const added = Array.from({ length: 984 }, (_, n) => ({
      id: randomUUID(),
      fields: {
        category: `C${1 + (n % 8)}`,
        item: 'wiersz',
        member: members[n % 50]?.id,
        quantity: 1,
        unitPriceGrosze: 0,
      },
    }));
    must(await sopot.administrator.patch(`${root}/budget`, { added }));
  }, 120_000);
  afterAll(async () => {
    await portal.stop();
    cleanUp();
  });

  it('is read with as few queries as a small one', async () => {
    const queries = await portal.countQueries(async () => {
      const { members, lines } = must(
        await sopot.administrator.get<ConsortiumResponse>(`/api/v1/consortia/${sopot.id}`),
      );
      expect([members.length, lines.length]).toEqual([50, 1_000]);
    });
    expect(queries).toBeLessThanOrEqual(4);
  });

  it('gets its agreement, while others are answered', async () => {
    const path = `/api/v1/consortia/${sopot.id}/documents`;
    const { id, version, factsSha256, check } = must(
      await sopot.administrator.post<DocumentDetail>(path, { kind: 'PARTNERSHIP_AGREEMENT' }),
    );
    expect(check.findings.filter((finding) => finding.verdict === 'fail')).toEqual([]);
    let rendering = true;
    const issue = sopot.administrator
      .post<DocumentDetail>(`/api/v1/documents/${id}/issue`, { version, factsSha256 })
      .finally(() => (rendering = false));
    let answeredMeanwhile = 0;
    while (rendering) {
      must(await sopot.administrator.get('/api/v1/time'));
      if (rendering) answeredMeanwhile += 1;
    }
    const issued = must(await issue);
    expect(issued.number).toMatch(/^UP\/2264\/\d{4}\/01$/);
    expect(answeredMeanwhile).toBeGreaterThan(20);
  }, 120_000);
});

/** A NIP of the test range that passes its checksum; numbers whose remainder is 10 are skipped over. */
function testNip(n: number): string {
  for (let number = 999_005_000 + n * 10; ; number++) {
    const digits = String(number);
    const rest = [6, 5, 7, 2, 3, 4, 5, 6, 7].reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11;
    if (rest < 10) return `${digits}${rest}`;
  }
}
