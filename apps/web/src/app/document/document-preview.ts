import {
  Component,
  DestroyRef,
  ElementRef,
  effect,
  inject,
  input,
  resource,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import type { DocumentFacts } from '@zit/domain';
import type { DocumentModel } from '@zit/documents/model/model';
import { documentPageWords } from '@zit/words.pl/document-page';
import { Paper } from '../printing/paper';
import { Loading } from '../ui/loading';

/** Where the build puts the font files of formal paper, seen from the foot of the site. */
const FONTS = 'paper-fonts';
/** While one writes, pages are made anew only after a breath: that takes a good part of a second. */
const BREATH_MS = 700;

/**
 * What the paper will look like: its text at once, its pages when asked for. The maker of pages is large and comes
 * only then. Browsers that show no PDF in a page keep the text, which prints as well.
 */
@Component({
  selector: 'zit-document-preview',
  imports: [Loading, Paper],
  templateUrl: './document-preview.html',
  styleUrl: './document-preview.scss',
})
export class DocumentPreview {
  readonly facts = input.required<DocumentFacts>();
  /** Fetches the stored pages of an issued document; null: pages are made here from the facts. */
  readonly stored = input<(() => Promise<Blob>) | null>(null);

  protected readonly words = documentPageWords;
  protected readonly viewer = navigator.pdfViewerEnabled ?? false;
  protected readonly view = signal<'text' | 'pages'>(this.viewer && isWide() ? 'pages' : 'text');
  private readonly frame = viewChild<ElementRef<HTMLIFrameElement>>('frame');

  protected readonly model = resource({
    params: () => this.facts(),
    loader: async ({ params }): Promise<DocumentModel> => {
      const { buildDocument } = await import('@zit/documents/builders/build-document');
      return buildDocument(params);
    },
  });
  /** The last model stays in sight while the next one is made. */
  protected readonly shown = signal<DocumentModel | null>(null);
  protected readonly making = signal(false);
  protected readonly failed = signal(false);
  protected readonly url = signal<string | null>(null);
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    effect(() => {
      if (this.model.hasValue()) this.shown.set(this.model.value());
    });
    effect(() => {
      const facts = this.facts();
      if (this.view() === 'pages') untracked(() => this.soon(facts));
    });
    effect(() => {
      const [frame, url] = [this.frame()?.nativeElement, this.url()];
      if (frame && url) frame.src = url;
    });
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.timer);
      this.show(null);
    });
  }

  /** Prints the very pages when the browser shows them, otherwise this page with its text. */
  print(): void {
    const frame = this.view() === 'pages' ? this.frame()?.nativeElement.contentWindow : null;
    if (frame) {
      frame.focus();
      frame.print();
    } else window.print();
  }

  protected choose(view: 'text' | 'pages'): void {
    this.view.set(view);
  }

  private soon(facts: DocumentFacts): void {
    clearTimeout(this.timer);
    const first = this.url() === null;
    this.making.set(true);
    this.timer = setTimeout(() => void this.make(facts), first ? 0 : BREATH_MS);
  }

  private async make(facts: DocumentFacts): Promise<void> {
    try {
      const blob = await (this.stored()?.() ?? pagesOf(facts));
      if (facts === this.facts()) this.show(URL.createObjectURL(blob));
      this.failed.set(false);
    } catch {
      // Whatever kept the pages from being made, the text says the same; the server makes its own at issue.
      this.failed.set(true);
    } finally {
      this.making.set(false);
    }
  }

  private show(url: string | null): void {
    const old = this.url();
    if (old) URL.revokeObjectURL(old);
    this.url.set(url);
  }
}

/** A phone reads text better than pages, and loads less. */
const isWide = (): boolean => typeof matchMedia !== 'undefined' && matchMedia('(min-width: 900px)').matches;

async function pagesOf(facts: DocumentFacts): Promise<Blob> {
  const [{ buildDocument }, { previewPdf, fontUrlsUnder }] = await Promise.all([
    import('@zit/documents/builders/build-document'),
    import('@zit/documents/render/pdf-browser'),
  ]);
  return previewPdf(buildDocument(facts), fontUrlsUnder(new URL(FONTS, document.baseURI).href));
}
