import dns from 'node:dns';
import fs from 'node:fs';
import { createServer, Socket, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { DOCUMENT_KINDS, type DocumentFacts } from '@zit/domain';
import { sopotFacts, sopotRuleSet } from '@zit/sample';
import { paper } from '../../test/paper';
import render from './worker';

// Layout takes a core for seconds where many specs run at once.
jest.setTimeout(60_000);

/** Fields that people fill with words of their own. */
const WORDS = /name|title|description|person|place|street|city|note|text|function/i;

/** The same facts, but that all their words ask a renderer to fetch something. */
function fetching<Value>(value: Value, words: string, key = ''): Value {
  if (typeof value === 'string') return (WORDS.test(key) ? `${value} ${words}` : value) as Value;
  if (Array.isArray(value)) return value.map((one: unknown) => fetching(one, words, key)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, fetching<unknown>(one, words, name)]),
  ) as Value;
}

describe('a document whose words ask to be fetched', () => {
  const canary = createServer((socket) => socket.destroy());
  let address = '';
  beforeAll(async () => {
    await once(canary.listen(0, '127.0.0.1'), 'listening');
    address = `127.0.0.1:${(canary.address() as AddressInfo).port}`;
  });
  afterAll(() => void canary.close());

  test.each(DOCUMENT_KINDS)(
    'S-10: %s opens no connection, asks for no name and reads no file that it names',
    async (kind) => {
      const words = `<img src="http://${address}/a.png"> ![](http://${address}/b.png) file:///etc/passwd data:image/svg+xml,<svg><image href="http://${address}/c"/></svg> @import url(http://${address}/d)`;
      const facts = fetching<DocumentFacts>(paper(kind, [sopotFacts(), sopotRuleSet()]), words);
      const hits = jest.fn();
      canary.on('connection', hits);
      const watched = [
        jest.spyOn(Socket.prototype, 'connect'),
        jest.spyOn(dns, 'lookup'),
        jest.spyOn(globalThis, 'fetch'),
      ];
      const files = [jest.spyOn(fs, 'readFileSync'), jest.spyOn(fs, 'readFile'), jest.spyOn(fs, 'createReadStream')];
      const { pdf, docx, html } = await render({ facts, stylesheet: '/api/v1/paper.css' });
      expect(watched.map((spy) => spy.mock.calls.length)).toEqual([0, 0, 0]);
      expect(
        files.flatMap((spy) => spy.mock.calls.map(([path]) => String(path))).filter((path) => path.includes('passwd')),
      ).toEqual([]);
      expect(hits).not.toHaveBeenCalled();
      expect([pdf.length > 1_000, docx.length > 1_000]).toEqual([true, true]);
      expect(html).toContain('&lt;img src=');
      expect(html).not.toMatch(/<(img|script|iframe|object|embed|image|svg)\b/i);
      expect([...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, where]) => where)).toEqual(
        expect.not.arrayContaining([expect.stringMatching(/^(https?:|file:|data:)/)]),
      );
      jest.restoreAllMocks();
    },
  );
});
