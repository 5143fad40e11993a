import { Component, computed, effect, inject, input, resource, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatError, MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Router, RouterLink } from '@angular/router';
import type { CallDifference, CallResponse } from '@zit/contracts';
import { attachmentDifferences, CALL_FORM, callDifferences, readSheet, type CallFile } from '@zit/domain';
import { callAttachmentPageWords } from '@zit/words.pl/call-attachments';
import { callListWords, publishCallWords } from '@zit/words.pl/call-page';
import { newId } from '../../ui/new-id';
import { PageTitle } from '../../shell/page-title';
import { ErrorSummary, type FieldFault } from '../../ui/error-summary';
import { FieldFaultMark } from '../../ui/field-fault';
import { Loading } from '../../ui/loading';
import { PageHead } from '../../ui/page-head';
import { problemOf } from '../../ui/problem';
import { ProblemNotice } from '../../ui/problem-notice';
import { CallUploads } from '../attachments/call-uploads';
import { PublishedFiles } from '../attachments/published-files';
import { CallAccess } from '../call-access';
import { CallHttp } from '../call-http';
import { PublicCallHttp } from '../public/public-call-http';
import { CallContentsView } from '../reading/call-contents';
import type { CallContents } from '../reading/call-reading';
import { Differences } from '../reading/differences';
import { CallCheck } from '../workshop/call-check';

/** The contract's lower bound of a reason. */
const SHORTEST_REASON = 10;
/** Somebody may save between the two questions; then both are asked again. */
const TRIES = 3;

interface Frozen {
  call: CallResponse;
  /** Revision of the sheet that stands on this page and is the one to be published. */
  rev: number;
  contents: CallContents;
  /** What is in force while an annex is written. */
  inForce: CallContents | null;
  filesInForce: readonly CallFile[];
}

/** Text and files alike. */
const changes = (
  before: { contents: CallContents; files: readonly CallFile[] },
  { contents, call }: Frozen,
): readonly CallDifference[] => [
  ...callDifferences(before.contents, contents),
  ...attachmentDifferences(before.files, call.attachments),
];

/** Shows exactly what will be frozen, what the rules say of it and what follows, and has the button that does it. */
@Component({
  selector: 'zit-publish-page',
  imports: [
    CallCheck,
    CallContentsView,
    Differences,
    ErrorSummary,
    FieldFaultMark,
    Loading,
    MatButton,
    MatError,
    MatFormField,
    MatHint,
    MatInput,
    MatLabel,
    PageHead,
    ProblemNotice,
    PublishedFiles,
    RouterLink,
  ],
  templateUrl: './publish-page.html',
  styleUrl: './publish-page.scss',
})
export class PublishPage {
  readonly id = input.required<string>();
  private readonly http = inject(CallHttp);
  private readonly publicHttp = inject(PublicCallHttp);
  private readonly access = inject(CallAccess);
  private readonly uploads = inject(CallUploads);
  private readonly router = inject(Router);
  private readonly snackBar = inject(MatSnackBar);
  private readonly pageTitle = inject(PageTitle);
  protected readonly words = publishCallWords;
  protected readonly filesTitle = callAttachmentPageWords.title;

  /** Made when the page opens: a hundred clicks publish once. */
  private readonly edition = newId();
  protected readonly asked = resource({ params: () => this.id(), loader: ({ params }) => this.read(params) });
  protected readonly frozen = computed(() => (this.asked.hasValue() ? this.asked.value() : null));
  protected readonly annex = computed(() => this.frozen()?.call.state === 'ANNEX');
  protected readonly title = computed(() => (this.annex() ? publishCallWords.titleAnnex : publishCallWords.title));
  protected readonly steps = computed(() => (this.annex() ? publishCallWords.stepsAnnex : publishCallWords.steps));
  protected readonly crumbs = computed(() => {
    const call = this.frozen()?.call;
    const list = { name: callListWords.title, link: '/nabory' };
    return call ? [list, { name: call.title, link: ['/nabory', call.id] }] : [list];
  });
  /** What the annex changes. */
  protected readonly differences = computed<readonly CallDifference[] | null>(() => {
    const frozen = this.frozen();
    return frozen?.inForce ? changes({ contents: frozen.inForce, files: frozen.filesInForce }, frozen) : null;
  });
  protected readonly fails = computed(
    () => this.frozen()?.call.findings.filter(({ verdict }) => verdict === 'fail').length ?? 0,
  );
  /** Why the button is not there; null when it is. */
  protected readonly obstacle = computed(() => {
    const frozen = this.frozen();
    if (!frozen) return null;
    if (this.fails() > 0) return publishCallWords.blocked(this.fails());
    if (!this.access.may('publishCall', frozen.call)) return publishCallWords.readsOnly;
    const underWay = this.uploads.underWay(frozen.call.id);
    if (underWay > 0) return callAttachmentPageWords.underWay(underWay);
    return this.differences()?.length === 0 ? publishCallWords.noDifferences : null;
  });
  /** What somebody changed while this page was open; null: nothing was in the way. */
  protected readonly meanwhile = signal<readonly CallDifference[] | null>(null);
  protected readonly reason = signal('');
  protected readonly faults = signal<readonly FieldFault[]>([]);
  protected readonly busy = signal(false);
  protected readonly thrown = signal<unknown>(null);
  private readonly summary = viewChild(ErrorSummary);

  constructor() {
    effect(() => {
      const call = this.frozen()?.call;
      if (!call) return;
      this.pageTitle.set(`${call.title}: ${this.title()}`);
      // Nothing is left to publish; a repeated visit leads to the call.
      if (call.state !== 'DRAFT' && call.state !== 'ANNEX' && !this.busy()) void this.toCall();
    });
  }

  protected typeReason(event: Event): void {
    this.reason.set((event.target as HTMLTextAreaElement).value);
  }

  protected faultOf(field: string): string | null {
    return this.faults().find((fault) => fault.field === field)?.message ?? null;
  }

  protected async publish(): Promise<void> {
    const frozen = this.frozen();
    if (!frozen || this.busy()) return;
    const reason = this.reason().trim();
    const lacks = this.annex() && reason.length < SHORTEST_REASON;
    this.faults.set(lacks ? [{ field: 'publish-reason', message: publishCallWords.reasonMissing }] : []);
    if (lacks) return this.summary()?.focus();
    this.busy.set(true);
    this.thrown.set(null);
    this.meanwhile.set(null);
    try {
      const { attachmentsSha256 } = frozen.call;
      const body = { id: this.edition, rev: frozen.rev, attachmentsSha256, ...(this.annex() ? { reason } : {}) };
      const call = await this.http.publish(this.id(), body);
      const said = this.annex() ? publishCallWords.publishedAnnex : publishCallWords.published(call.number ?? '');
      this.snackBar.open(said, undefined, { duration: 6_000 });
      await this.toCall();
    } catch (thrown) {
      await this.refused(thrown, frozen);
    } finally {
      this.busy.set(false);
    }
  }

  private async refused(thrown: unknown, before: Frozen): Promise<void> {
    const { code } = problemOf(thrown);
    if (code !== 'STALE' && code !== 'BLOCKED') return this.thrown.set(thrown);
    try {
      const now = await this.read(this.id());
      this.asked.set(now);
      if (code === 'STALE')
        this.meanwhile.set(changes({ contents: before.contents, files: before.call.attachments }, now));
      else this.thrown.set(thrown);
    } catch (second) {
      this.thrown.set(second);
    }
  }

  /** The call and its sheet at one and the same revision. */
  private async read(id: string): Promise<Frozen> {
    for (let tries = 1; ; tries += 1) {
      const [call, sheet] = await Promise.all([this.http.get(id), this.http.sheet(id)]);
      if (sheet.rev !== call.checkedRev && tries < TRIES) continue;
      const values = Object.fromEntries(sheet.fields.map(({ path, value }) => [path, value]));
      const published = call.state === 'ANNEX' && call.slug ? await this.publicHttp.get(call.slug) : null;
      return {
        call,
        rev: call.checkedRev,
        contents: readSheet(CALL_FORM, values),
        // Frozen by this portal from its own form.
        inForce: (published?.contents ?? null) as CallContents | null,
        filesInForce: published?.attachments ?? [],
      };
    }
  }

  private async toCall(): Promise<void> {
    await this.router.navigate(['/nabory', this.id()], { replaceUrl: true });
  }
}
