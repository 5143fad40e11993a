import { sopotCall } from '../../../testing/sopot-call';
import type { Block } from './block';
import { callReading } from './call-reading';

describe('a call, for reading', () => {
  const blocksOf = (key: string, call = sopotCall()): Block[] =>
    callReading(call).find((section) => section.key === key)?.blocks ?? [];

  it('puts first what, until when and what to hand in, then by which criteria', () => {
    expect(callReading(sopotCall()).map(({ key }) => key)).toEqual([
      'basics',
      'deadline',
      'texts',
      'criteria',
      'rules',
      'notice',
      'consultations',
      'resolution',
      'meetings',
    ]);
  });

  it('shows values in Polish and leaves out what is empty or said elsewhere', () => {
    const [facts, purpose] = blocksOf('basics');
    expect(JSON.stringify(facts).replaceAll('\u00a0', ' ')).toContain('330 000,00 zł');
    expect(JSON.stringify(facts)).not.toContain('33000000');
    expect(purpose).toEqual({
      is: 'text',
      title: 'Cel partnerstwa',
      paragraphs: ['Powstanie partnerstwa na rzecz zatrudnienia.', 'Drugi akapit celu.'],
    });
    expect(JSON.stringify(callReading(sopotCall(), ['basics.title']))).not.toContain('Lokalne Centrum w Sopocie');
    expect(JSON.stringify(blocksOf('texts'))).not.toContain('null,');
  });

  it('sums the weights of the criteria under their table', () => {
    const [table] = blocksOf('criteria');
    expect(table).toMatchObject({ is: 'table', sum: '100' });
    const rows = table?.is === 'table' ? table.rows : [];
    expect(rows).toHaveLength(7);
    expect(rows[1]?.cells.map(({ text }) => text)).toEqual([
      'K2',
      'Jakość i komplementarność usług',
      expect.not.stringContaining('SCORED'),
      '25',
    ]);
    expect(rows[1]?.cells[1]?.note).toBe('Czy usługi się uzupełniają.');
  });

  it('tells ties by the names of their criteria, in their order', () => {
    expect(blocksOf('rules').find(({ is }) => is === 'order')).toMatchObject({
      entries: ['K2: Jakość i komplementarność usług', 'mniejsza kwota z ZIT', 'losowanie'],
    });
  });

  it('keeps remarks with their consultation and attendance with its meeting', () => {
    const [council, municipality] = blocksOf('consultations');
    expect(JSON.stringify(council)).toContain('Podniesiono do 25.');
    expect(JSON.stringify(municipality)).not.toContain('Podniesiono');
    expect(JSON.stringify(blocksOf('meetings')[0])).toContain('Stowarzyszenie „Kompas”');
  });

  it('says whether the adopted criteria are these, not how a machine writes them', () => {
    const call = sopotCall();
    expect(JSON.stringify(blocksOf('resolution', call))).toContain('w brzmieniu podanym');
    call.criteria.list[0]!.weight = 19;
    expect(JSON.stringify(blocksOf('resolution', call))).toContain('mają inne brzmienie');
    expect(JSON.stringify(blocksOf('resolution', call))).not.toContain('K1');
  });
});
