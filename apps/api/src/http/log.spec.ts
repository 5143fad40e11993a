import { connect } from 'node:net';
import { Writable } from 'node:stream';
import type { Problem } from '@zit/contracts';
import { startPortal, type TestPortal } from '../../test/portal';
import { newLog } from './log';

describe('the log', () => {
  const lines: Record<string, unknown>[] = [];
  let portal: TestPortal;
  beforeAll(async () => {
    const sink = new Writable({
      write(chunk: Buffer, _encoding, done) {
        lines.push(
          ...chunk
            .toString()
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line) as Record<string, unknown>),
        );
        done();
      },
    });
    portal = await startPortal({ log: newLog('trace', sink) });
  });
  afterAll(() => portal.stop());

  it('S-40: has a line for each answer with its trace, and nothing about people', async () => {
    const CANARY = 'Kanarkowska';
    const administrator = await portal.as({ role: 'ADMINISTRATOR', name: CANARY });
    const email = `${CANARY.toLowerCase()}@example.test`;
    await administrator.post('/api/v1/organisations', {
      name: `Fundacja ${CANARY}`,
      sector: 'NGO',
      email,
      nip: '9990000014',
      representation: [{ person: CANARY, function: 'prezes', mode: 'SOLE' }],
    });
    await administrator.post('/api/v1/organisations', { name: CANARY, sector: 'NGO', nip: '9990000014' });
    await administrator.post('/api/v1/organisations', { name: CANARY, sector: 'NGO', teryt: '9999999' });
    await administrator.get(`/api/v1/organisations?search=${CANARY}`);
    await administrator.post('/api/v1/people/search', { search: CANARY });
    await administrator.post('/api/v1/people/search', { search: { [CANARY]: CANARY } });
    // Its old address, as somebody may still have it.
    await administrator.get(`/api/v1/people?search=${CANARY}`);
    await portal.stranger.post('/api/v1/session', { email, password: CANARY });
    await portal.stranger.get(`/${CANARY}`);
    const all = JSON.stringify(lines);
    expect(all).not.toMatch(new RegExp(CANARY, 'i'));
    expect(all).not.toMatch(/9990000014|zit=|127\.0\.0\.1"/);
    const answered = lines.filter((line) => line['msg'] === 'answered');
    expect(answered).toHaveLength(9);
    expect(answered[0]).toMatchObject({
      method: 'POST',
      route: '/api/v1/organisations',
      status: 201,
      trace: expect.any(String),
    });
  });

  it('S-28: tells of an unforeseen error under the trace that the person sees, without values', async () => {
    const administrator = await portal.as({ role: 'ADMINISTRATOR' });
    await portal.dataSource.query('alter table legal_form rename to hidden');
    const answer = await administrator.get<Problem>('/api/v1/catalogue');
    await portal.dataSource.query('alter table hidden rename to legal_form');
    expect(answer.status).toBe(500);
    expect(answer.body.detail).toContain(answer.body.trace);
    expect(JSON.stringify(answer.body)).not.toMatch(/legal_form|relation|select/i);
    const told = lines.find((line) => line['msg'] === 'unforeseen error');
    expect(told).toMatchObject({ trace: answer.body.trace, level: 50 });
  });

  it.each([
    ['what is not HTTP', 'BONJOUR\r\n\r\n', 400],
    ['a mountain of headers', `GET / HTTP/1.1\r\nHost: x\r\nX-Big: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
  ])('%s is refused with a problem', async (_, text, status) => {
    const answer = await new Promise<string>((done, fail) => {
      const socket = connect(Number(new URL(portal.url).port), '127.0.0.1', () => socket.write(text));
      let got = '';
      socket
        .on('data', (chunk) => (got += chunk.toString()))
        .on('end', () => done(got))
        .on('error', fail);
    });
    expect(answer.split(' ')[1]).toBe(String(status));
    expect(answer).toContain('application/problem+json');
  });
});
