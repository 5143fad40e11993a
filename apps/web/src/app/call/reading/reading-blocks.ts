import { NgTemplateOutlet } from '@angular/common';
import { Component, input } from '@angular/core';
import { callReadingWords } from '@zit/words.pl/call-page';
import type { Block } from './block';

/** Facts, texts and tables of a call, for reading on a screen and on paper. */
@Component({
  selector: 'zit-reading-blocks',
  imports: [NgTemplateOutlet],
  templateUrl: './reading-blocks.html',
  styleUrl: './reading-blocks.scss',
})
export class ReadingBlocks {
  readonly blocks = input.required<readonly Block[]>();
  protected readonly words = callReadingWords;

  /** A template that calls itself says nothing of its types. */
  protected read(blocks: readonly Block[]): readonly Block[] {
    return blocks;
  }
}
