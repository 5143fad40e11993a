import { Component, computed, inject, linkedSignal, resource, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import { Router, RouterLink } from '@angular/router';
import { consortiumListWords, createConsortiumWords } from '@zit/words.pl/consortium';
import { frameWords } from '@zit/words.pl/frame';
import { ActingFor } from '../../shell/acting-for';
import { EmptyState } from '../../ui/empty-state';
import { ErrorSummary, type FieldFault } from '../../ui/error-summary';
import { Loading } from '../../ui/loading';
import { PageHead } from '../../ui/page-head';
import { ProblemNotice } from '../../ui/problem-notice';
import { ConsortiumHttp } from '../consortium-http';

const byName = new Intl.Collator('pl');

/** Municipality, one of its planned centres, a name: enough for a consortium to begin. */
@Component({
  selector: 'zit-create-consortium-page',
  imports: [
    EmptyState,
    ErrorSummary,
    Loading,
    MatButton,
    MatFormField,
    MatHint,
    MatInput,
    MatLabel,
    MatOption,
    MatSelect,
    PageHead,
    ProblemNotice,
    RouterLink,
  ],
  templateUrl: './create-consortium-page.html',
  styleUrl: './create-consortium-page.scss',
})
export class CreateConsortiumPage {
  private readonly http = inject(ConsortiumHttp);
  private readonly router = inject(Router);
  protected readonly acting = inject(ActingFor);
  protected readonly words = createConsortiumWords;
  protected readonly loading = frameWords.loading;
  protected readonly frame = frameWords;
  protected readonly crumbs = [{ name: consortiumListWords.title, link: '/konsorcja' }];

  /** Who only reads is told so at once, instead of after a filled form. */
  protected readonly closed = computed(() => this.acting.why('createConsortium'));
  protected readonly centres = resource({
    params: () => (this.closed() === null ? {} : undefined),
    loader: () => this.http.localCentres(),
  });
  private readonly all = computed(() => (this.centres.hasValue() ? this.centres.value() : []));
  protected readonly municipalities = computed(() => {
    const names = new Map(this.all().map((centre) => [centre.teryt, centre.municipality]));
    return [...names].map(([teryt, name]) => ({ teryt, name })).sort((a, b) => byName.compare(a.name, b.name));
  });
  /** A municipality's own officer finds it chosen. */
  protected readonly municipality = linkedSignal<string | null>(() => {
    const own = this.acting.grants().find((grant) => grant.teryt !== null)?.teryt;
    return this.municipalities().find(({ teryt }) => teryt === own)?.teryt ?? null;
  });
  protected readonly choices = computed(() => this.all().filter(({ teryt }) => teryt === this.municipality()));
  /** The only centre needs no choosing. */
  protected readonly centre = linkedSignal<string | null>(() =>
    this.choices().length === 1 ? (this.choices()[0]?.id ?? null) : null,
  );
  protected readonly title = signal('');
  protected readonly busy = signal(false);
  protected readonly thrown = signal<unknown>(null);
  protected readonly faults = signal<readonly FieldFault[]>([]);
  private readonly summary = viewChild(ErrorSummary);

  protected typeTitle(event: Event): void {
    this.title.set((event.target as HTMLInputElement).value);
  }

  protected async create(event: Event): Promise<void> {
    event.preventDefault();
    const { missing } = createConsortiumWords;
    const title = this.title().trim();
    const localCentreId = this.centre();
    this.faults.set([
      ...(this.municipality() === null ? [{ field: 'municipality', message: missing.municipality }] : []),
      ...(this.municipality() !== null && localCentreId === null ? [{ field: 'centre', message: missing.centre }] : []),
      ...(title.length < 2 ? [{ field: 'title', message: missing.name }] : []),
    ]);
    if (this.faults().length > 0) {
      this.summary()?.focus();
      return;
    }
    if (this.busy() || localCentreId === null) {
      return;
    }
    this.busy.set(true);
    this.thrown.set(null);
    try {
      const { id } = await this.http.create({ title, localCentreId });
      await this.router.navigate(['/konsorcja', id]);
    } catch (thrown) {
      this.thrown.set(thrown);
    } finally {
      this.busy.set(false);
    }
  }
}
