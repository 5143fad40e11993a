import { Component, computed, input } from '@angular/core';
import type { CallQuestion } from '@zit/contracts';
import { formatInstantPl } from '@zit/domain/calendar/instant';
import { publicCallWords, questionWords } from '@zit/words.pl/call-page';

/** A question with its answer, when each was written, and what was answered before it was corrected. */
@Component({
  selector: 'zit-question',
  template: `
    <p class="question">{{ question().text }}</p>
    <p class="soft">{{ asked() }}</p>
    @if (question().answer !== null) {
      <p class="answer">{{ question().answer }}</p>
      <p class="soft">{{ answered() }}</p>
      @if (earlier().length > 0) {
        <details>
          <summary>{{ words.earlier(earlier().length) }}</summary>
          <ol>
            @for (each of earlier(); track each.no) {
              <li>
                <p class="soft">{{ each.at }}</p>
                <p class="answer">{{ each.text }}</p>
              </li>
            }
          </ol>
        </details>
      }
    } @else {
      <p class="soft">{{ words.waiting }}</p>
    }
    <ng-content />
  `,
  styleUrl: './questions.scss',
})
export class QuestionView {
  readonly question = input.required<CallQuestion>();
  protected readonly words = questionWords;
  protected readonly asked = computed(() => publicCallWords.questionAt(formatInstantPl(this.question().askedAt)));
  protected readonly answered = computed(() => {
    const { answeredAt, correctedAt } = this.question();
    return [
      answeredAt ? publicCallWords.answerAt(formatInstantPl(answeredAt)) : '',
      correctedAt ? publicCallWords.correctedAt(formatInstantPl(correctedAt)) : '',
    ]
      .filter(Boolean)
      .join(', ');
  });
  protected readonly earlier = computed(() =>
    (this.question().earlier ?? []).map((each) => ({
      ...each,
      at: publicCallWords.answerAt(formatInstantPl(each.answeredAt)),
    })),
  );
}
