import { HttpClient } from '@angular/common/http';
import { Component, computed, DOCUMENT, inject, input, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import type { Mailbox, MailboxMail } from '@zit/contracts';
import { formatInstantPl } from '@zit/domain';
import { mailboxWords } from '@zit/words.pl/mailbox-page';
import { asksWho } from '../session/session-store';
import { EmptyState } from '../ui/empty-state';
import { Loading } from '../ui/loading';
import { PageHead } from '../ui/page-head';
import { ProblemNotice } from '../ui/problem-notice';

const MAILBOX = '/api/v1/mailbox';

/** The demo's mails; a real installation has no such page. */
@Component({
  selector: 'zit-mailbox-page',
  imports: [EmptyState, Loading, MatButton, PageHead, ProblemNotice, RouterLink],
  templateUrl: './mailbox-page.html',
  styleUrl: './mailbox-page.scss',
})
export class MailboxPage {
  private readonly http = inject(HttpClient);
  private readonly document = inject(DOCUMENT);
  /** Id of the opened mail. */
  readonly wiadomosc = input<string>();

  protected readonly words = mailboxWords;
  protected readonly list = resource({ loader: () => firstValueFrom(this.http.get<Mailbox>(MAILBOX, asksWho())) });
  protected readonly mail = resource({
    params: () => this.wiadomosc(),
    loader: ({ params }) => firstValueFrom(this.http.get<MailboxMail>(`${MAILBOX}/${params}`, asksWho())),
  });
  /** The page of the link in this very portal, under whatever address it is open here. */
  protected readonly link = computed(() => {
    const link = this.mail.hasValue() ? this.mail.value().link : null;
    if (!link) return null;
    const { pathname, hash } = new URL(link, this.document.baseURI);
    return { path: pathname, fragment: hash.slice(1) || undefined };
  });
  protected readonly moment = formatInstantPl;
}
