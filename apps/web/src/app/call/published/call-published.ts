import { Component, computed, effect, inject, Injector, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatSnackBar } from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import { formatInstantPl } from '@zit/domain';
import { publicAttachmentWords } from '@zit/words.pl/call-attachments';
import { callActWords, callDeskWords, callListWords, callStateWords, publicCallWords } from '@zit/words.pl/call-page';
import { receivedWords } from '@zit/words.pl/offer-receipt';
import { HistoryList } from '../../journal/history-list';
import { PageTitle } from '../../shell/page-title';
import { PageHead } from '../../ui/page-head';
import { StatusChip } from '../../ui/status-chip';
import { CallHttp } from '../call-http';
import { PublishedFiles } from '../attachments/published-files';
import { PhaseChip } from '../phase-chip';
import { CallContentsView } from '../reading/call-contents';
import { Editions } from '../reading/editions';
import { ReceivedOffers } from '../received/received-offers';
import { CallDesk } from '../workshop/call-desk';
import { askForAct, type CallAct } from './act-dialog';
import { CallQuestions } from './call-questions';
import { CallRooms } from './call-rooms';

const PARTS = { wydania: 'editions', pytania: 'questions', oferty: 'offers', historia: 'history' } as const;
const POLICY_ACT = { annex: 'beginAnnex', extend: 'extendCall', annul: 'annulCall' } as const;

/** A published call for who works with it: what is in force, its editions, the questions, and what may still be done. */
@Component({
  selector: 'zit-call-published',
  imports: [
    CallContentsView,
    CallQuestions,
    CallRooms,
    Editions,
    HistoryList,
    MatButton,
    PageHead,
    PhaseChip,
    PublishedFiles,
    ReceivedOffers,
    RouterLink,
    StatusChip,
  ],
  templateUrl: './call-published.html',
  styleUrl: './call-published.scss',
})
export class CallPublished {
  /** The part in the address: `wydania`, `pytania`, or none: the contents. */
  readonly czesc = input<string>();
  protected readonly desk = inject(CallDesk);
  private readonly injector = inject(Injector);
  private readonly snackBar = inject(MatSnackBar);
  private readonly pageTitle = inject(PageTitle);
  private readonly http = inject(CallHttp);
  protected readonly history = (id: string, after?: string) => this.http.history(id, after);
  protected readonly words = callDeskWords;
  protected readonly publicWords = publicCallWords;
  protected readonly acts = callActWords;
  protected readonly filesTitle = publicAttachmentWords.title;
  /** Of the edition in force. */
  protected readonly files = computed(() => this.desk.call()?.editions.at(-1)?.attachments ?? []);
  protected readonly annexWords = callStateWords.annex;
  protected readonly crumbs = [{ name: callListWords.title, link: '/nabory' }];
  protected readonly part = computed(() => {
    const czesc = this.czesc() ?? '';
    return czesc in PARTS ? PARTS[czesc as keyof typeof PARTS] : 'contents';
  });
  protected readonly parts = [
    { name: callDeskWords.parts.contents, query: null, part: 'contents' },
    { name: callDeskWords.parts.editions, query: 'wydania', part: 'editions' },
    { name: callDeskWords.parts.questions, query: 'pytania', part: 'questions' },
    { name: receivedWords.title, query: 'oferty', part: 'offers' },
    { name: callDeskWords.parts.history, query: 'historia', part: 'history' },
  ] as const;
  protected readonly deadline = computed(() => {
    const at = this.desk.call()?.deadlineAt;
    return at ? publicCallWords.deadlineOf(formatInstantPl(at)) : null;
  });
  /** What the policy opens in this state; who may do nothing of it reads, and nothing is in the way. */
  protected readonly open = computed(() =>
    (['annex', 'extend', 'annul'] as const).filter((act) => this.desk.may(POLICY_ACT[act])),
  );

  constructor() {
    effect(() => this.pageTitle.set(this.desk.call()?.title));
  }

  protected async perform(act: CallAct): Promise<void> {
    const call = this.desk.call();
    if (!call) return;
    const done = await askForAct(this.injector, { act, call });
    if (!done) return;
    await this.desk.take(done);
    this.snackBar.open(callActWords.done[act], undefined, { duration: 5_000 });
  }
}
