import { internalClass } from './pdfmake-internals';
import type { TagPath, TagStep } from './tags';

/**
 * Real structure for pdfmake's PDFs. Stock `tagged: true` leaves the structure tree empty; here the tag that
 * a text node carries goes through the layout with its lines, and the renderer wraps each line in marked
 * content of that element. Everything without a tag (rules, header, footer, repeated table heads) is an artifact.
 */

interface StructureElement {
  dictionary: { data: Record<string, unknown> };
  add(child: unknown): StructureElement;
}

interface TaggedDocument {
  info: Record<string, unknown>;
  _addInfo(): void;
  struct(type: string, options?: { scope?: string }): StructureElement;
  addStructure(element: StructureElement): void;
  markContent(tag: string, options?: { type?: string }): void;
  markStructureContent(tag: string): unknown;
  endMarkedContent(): void;
  tagState?: TagState;
}

interface TagState {
  elements: Map<string, StructureElement>;
  /** Lines that were drawn already: a second time they are a repeated table head. */
  drawn: Set<number>;
}

interface Line {
  tag?: TagPath;
  tagSerial?: number;
}

interface Renderer {
  pdfDocument: TaggedDocument;
  renderLine(line: Line, x: number, y: number): void;
  renderVector(vector: unknown): void;
}

interface LayoutBuilder {
  buildNextLine(node: { tag?: TagPath }): Line | null;
}

let serial = 0;

/** Patches pdfmake; once a process. */
export async function tagPdfs(): Promise<void> {
  const layout = await internalClass<LayoutBuilder>('LayoutBuilder', ['buildNextLine']);
  const renderer = await internalClass<Renderer>('Renderer', ['renderLine', 'renderVector']);
  const pdf = await internalClass<TaggedDocument>('PDFDocument', [
    '_addInfo',
    'struct',
    'addStructure',
    'markContent',
    'markStructureContent',
    'endMarkedContent',
  ]);
  carryTags(layout.prototype);
  markContent(renderer.prototype);
  escapeMetadata(pdf.prototype);
}

function carryTags(layout: LayoutBuilder): void {
  const build = layout.buildNextLine;
  layout.buildNextLine = function (this: LayoutBuilder, node) {
    const line = build.call(this, node);
    if (line && node.tag) {
      line.tag = node.tag;
      line.tagSerial = serial += 1;
    }
    return line;
  };
}

function markContent(renderer: Renderer): void {
  const { renderLine, renderVector } = renderer;
  renderer.renderLine = function (this: Renderer, line, x, y) {
    const pdf = this.pdfDocument;
    const state = (pdf.tagState ??= { elements: new Map(), drawn: new Set() });
    const first = line.tagSerial !== undefined && !state.drawn.has(line.tagSerial);
    if (!line.tag || !first) {
      pdf.markContent('Artifact', { type: line.tag ? 'Layout' : 'Pagination' });
      renderLine.call(this, line, x, y);
      pdf.endMarkedContent();
      return;
    }
    state.drawn.add(line.tagSerial ?? 0);
    const element = elementAt(pdf, state, line.tag);
    const content = pdf.markStructureContent(line.tag.at(-1)?.type ?? 'P');
    renderLine.call(this, line, x, y);
    pdf.endMarkedContent();
    element.add(content);
  };
  renderer.renderVector = function (this: Renderer, vector) {
    this.pdfDocument.markContent('Artifact', { type: 'Layout' });
    renderVector.call(this, vector);
    this.pdfDocument.endMarkedContent();
  };
}

/** The element of a path; it and its ancestors are made when they are first written to. */
function elementAt(pdf: TaggedDocument, state: TagState, path: TagPath): StructureElement {
  let parent: StructureElement | null = null;
  for (const step of path) {
    let element = state.elements.get(step.key);
    if (!element) {
      element = newElement(pdf, step);
      if (parent) parent.add(element);
      else pdf.addStructure(element);
      state.elements.set(step.key, element);
    }
    parent = element;
  }
  if (!parent) throw new Error('a tag path has at least one step');
  return parent;
}

function newElement(pdf: TaggedDocument, step: TagStep): StructureElement {
  return pdf.struct(step.type, step.scope ? { scope: step.scope } : {});
}

/** pdfkit writes the properties into XMP unescaped: `&` or `<` in a name would break the XML. */
function escapeMetadata(pdf: TaggedDocument): void {
  const addInfo = pdf._addInfo;
  pdf._addInfo = function (this: TaggedDocument) {
    const info = this.info;
    this.info = Object.fromEntries(
      Object.entries(info).map(([key, value]) => [key, typeof value === 'string' ? escapeXml(value) : value]),
    );
    addInfo.call(this);
    this.info = info;
  };
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
