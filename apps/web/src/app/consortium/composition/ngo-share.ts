import { Component, computed, input } from '@angular/core';
import { formatPercent, isNgo, NGO_MEASURES, type Finding, type MemberFacts, type RuleSet } from '@zit/domain';
import { compositionWords } from '@zit/words.pl/consortium-members';

/** The share of NGOs by all four measures; the configured one decides, the others are shown beside it. */
@Component({
  selector: 'zit-ngo-share',
  templateUrl: './ngo-share.html',
  styleUrl: './ngo-share.scss',
})
export class NgoShare {
  readonly finding = input.required<Finding>();
  readonly members = input.required<readonly MemberFacts[]>();
  readonly rule = input.required<RuleSet['ngo']>();

  protected readonly words = compositionWords.share;
  /** NGOs first, so that the eye sees the part. */
  protected readonly dots = computed(() =>
    [...this.members()].map((member) => isNgo(member.sector)).sort((a, b) => Number(b) - Number(a)),
  );
  protected readonly sentence = computed(() =>
    compositionWords.share.sentence(this.dots().filter(Boolean).length, this.dots().length),
  );
  protected readonly threshold = computed(() => {
    const { num, den, inclusive } = this.rule();
    const percent = formatPercent(num, den, 0);
    return inclusive ? this.words.threshold(percent) : this.words.thresholdOver(percent);
  });
  protected readonly thresholdAt = computed(() => (100 * this.rule().num) / this.rule().den);

  protected readonly rows = computed(() =>
    NGO_MEASURES.map((measure) => {
      const [num, den] = (this.finding().measures?.[measure] ?? '').split('/').map(Number);
      const known = num !== undefined && den !== undefined && den > 0;
      return {
        measure,
        name: this.words.measure[measure],
        decides: measure === this.rule().measure,
        percent: known ? formatPercent(num, den) : this.words.unknown,
        width: known ? (100 * num) / den : 0,
      };
    }),
  );
}
