import { Component, computed, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { DocumentResponse } from '@zit/contracts';
import { groupThousands } from '@zit/domain';
import { documentPageWords } from '@zit/words.pl/document-page';
import { Icon } from '../ui/icon';
import { documentFile } from './document-http';

/** Number, files and seals of an issued document. */
@Component({
  selector: 'zit-issued-files',
  imports: [Icon, MatButton],
  template: `
    <p class="given">{{ document().number }}</p>
    <ul>
      <li>
        <a matButton="outlined" [href]="file('pdf')" download><zit-icon name="download" /> {{ words.downloadPdf }}</a>
        <span class="soft">{{ size(document().pdf) }}</span>
      </li>
      <li>
        <a matButton="outlined" [href]="file('docx')" download><zit-icon name="download" /> {{ words.downloadDocx }}</a>
        <span class="soft">{{ size(document().docx) }}</span>
      </li>
      <li>
        <a matButton [href]="file('html')" target="_blank" rel="noopener">{{ words.openHtml }}</a>
      </li>
    </ul>
    <dl>
      @for (seal of seals(); track seal.name) {
        <dt>{{ seal.name }}</dt>
        <dd>{{ seal.hash }}</dd>
      }
    </dl>
  `,
  styles: `
    .given {
      margin-block-end: var(--zit-3);
      font-family: var(--zit-serif);
      font-size: 1.25rem;
    }
    ul {
      display: grid;
      gap: var(--zit-2);
      margin: 0 0 var(--zit-4);
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      align-items: center;
      gap: var(--zit-3);
    }
    dl {
      margin: 0;
    }
    dt {
      color: var(--zit-ink-soft);
      font-size: 0.875rem;
    }
    dd {
      margin: 0 0 var(--zit-2);
      font-family: ui-monospace, monospace;
      font-size: 0.8125rem;
      overflow-wrap: anywhere;
      user-select: all;
    }
  `,
})
export class IssuedFiles {
  readonly document = input.required<DocumentResponse>();
  protected readonly words = documentPageWords;
  protected readonly seals = computed(() => {
    const { pdf, docx, factsSha256 } = this.document();
    return [
      { name: documentPageWords.pdfHash, hash: pdf?.sha256 },
      { name: documentPageWords.docxHash, hash: docx?.sha256 },
      { name: documentPageWords.factsHash, hash: factsSha256 },
    ].filter((seal) => seal.hash);
  });

  protected file(format: 'pdf' | 'docx' | 'html'): string {
    return documentFile(this.document().id, format);
  }

  protected size(file: { bytes: number } | null): string {
    return file ? documentPageWords.kilobytes(groupThousands(Math.ceil(file.bytes / 1024))) : '';
  }
}
