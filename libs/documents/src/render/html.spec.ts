import { DOCUMENT_KINDS } from '@zit/domain';
import { sopotFacts, sopotRuleSet } from '@zit/sample';
import { paper, textsOf } from '../../test/paper';
import { buildDocument } from '../builders/build-document';
import { HTML_STYLESHEET, renderHtml } from './html';

const sopot = () => [sopotFacts(), sopotRuleSet()] as [ReturnType<typeof sopotFacts>, ReturnType<typeof sopotRuleSet>];
const twin = (kind: (typeof DOCUMENT_KINDS)[number], stylesheet: string | null = '/paper.css') =>
  renderHtml(buildDocument(paper(kind, sopot())), { stylesheet });
const count = (html: string, pattern: RegExp) => html.match(pattern)?.length ?? 0;

describe.each(DOCUMENT_KINDS)('%s as HTML', (kind) => {
  test('is Polish, has one main heading and no level skipped', () => {
    const html = twin(kind);
    expect(html).toContain('<html lang="pl-PL">');
    const levels = [...html.matchAll(/<h(\d)>/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.reduce((before, level) => {
      expect(level - before).toBeLessThanOrEqual(1);
      return level;
    });
  });

  test('every table has a caption, heads with scope and a row header in every row', () => {
    const html = twin(kind);
    const tables = count(html, /<table>/g);
    expect(count(html, /<caption>/g)).toBe(tables);
    expect(count(html, /<th(?! scope)/g) - count(html, /<thead/g)).toBe(0);
    expect(count(html, /<tr[ >]/g)).toBe(count(html, /<th scope="row">/g) + tables);
  });

  test('lives under a strict CSP: no script, no inline style, no event', () => {
    const html = twin(kind);
    expect(html).not.toMatch(/<script|<style|\sstyle=|\son\w+=/i);
    expect(html).toContain('<link rel="stylesheet" href="/paper.css">');
    expect(twin(kind, null)).toContain(HTML_STYLESHEET);
  });

  test('carries every text of the model', () => {
    const html = twin(kind)
      .replace(/<[^>]+>/g, '')
      .replace(/\u00a0/g, ' ')
      .replaceAll('&quot;', '"');
    for (const line of textsOf(buildDocument(paper(kind, sopot()))).split('\n')) {
      for (const part of line.split(' | ')) expect(html).toContain(part.replace(/, $/, '').replace(/^, /, ''));
    }
  });
});

test('what people write stays text', () => {
  const [consortium, ruleSet] = sopot();
  const title = '<img src=x onerror=alert(1)> & "x"';
  const html = renderHtml(buildDocument(paper('LETTER_OF_INTENT', [{ ...consortium, title }, ruleSet])));
  expect(html).not.toContain('<img');
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;x&quot;');
});
