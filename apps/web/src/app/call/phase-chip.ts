import { Component, computed, input } from '@angular/core';
import type { CallPhase } from '@zit/contracts';
import { callStateWords } from '@zit/words.pl/call-page';
import { StatusChip, type Tone } from '../ui/status-chip';

const TONES: Record<CallPhase, Tone> = {
  DRAFT: 'quiet',
  ANNOUNCED: 'place',
  OPEN: 'settled',
  CLOSED: 'quiet',
  ANNULLED: 'blocked',
};

/** The phase of a call in a word, with a mark of its own shape. */
@Component({
  selector: 'zit-phase-chip',
  imports: [StatusChip],
  template: `<zit-status-chip [tone]="tone()">{{ text() }}</zit-status-chip>`,
})
export class PhaseChip {
  readonly phase = input.required<CallPhase>();
  protected readonly tone = computed(() => TONES[this.phase()]);
  protected readonly text = computed(() => callStateWords.chip[this.phase()]);
}
