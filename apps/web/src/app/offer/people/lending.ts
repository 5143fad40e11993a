import { Component, computed, inject, Injector, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatSnackBar } from '@angular/material/snack-bar';
import { OFFER_FORM, type SheetForm } from '@zit/domain';
import { offerPeopleWords } from '@zit/words.pl/offer-page';
import { Icon } from '../../ui/icon';
import { OfferDesk } from '../workshop/offer-desk';
import { titleOf, type OfferSection } from '../workshop/offer-sections';
import { askToLend } from './lend-dialog';

const FORM: SheetForm = OFFER_FORM;

/** Who else may write what stands in this section: what is lent to whom, and the buttons of the owners. */
@Component({
  selector: 'zit-lending',
  imports: [Icon, MatButton],
  template: `
    @for (text of says(); track text) {
      <span><zit-icon name="people" /> {{ text }}</span>
    }
    @if (parts().common) {
      <button matButton type="button" (click)="lendCommon()">{{ words.lend }}</button>
    }
    @if (parts().own) {
      <button matButton type="button" (click)="lendOwn()">{{ words.lendOwn }}</button>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 var(--zit-3);
      margin-block-end: var(--zit-2);
      color: var(--zit-ink-soft);
      font-size: 0.9375rem;
    }
    zit-icon {
      font-size: 0.8125rem;
    }
    button {
      margin-inline-start: -12px;
    }
  `,
})
export class Lending {
  readonly section = input.required<OfferSection>();
  private readonly desk = inject(OfferDesk);
  private readonly injector = inject(Injector);
  private readonly snackBar = inject(MatSnackBar);
  protected readonly words = offerPeopleWords;
  /** What the section has of whom: fields and lists of the leader, items of members. */
  private readonly has = computed(() => {
    const at = FORM.sections[this.section()];
    const lists = Object.values(at?.lists ?? {});
    return {
      common: Object.keys(at?.fields ?? {}).length > 0 || lists.some(({ of }) => of === undefined),
      own: at === undefined || lists.some(({ of }) => of !== undefined),
    };
  });
  /** What the person may lend here. */
  protected readonly parts = computed(() => {
    const me = this.desk.offer()?.me;
    const writes = me?.edits === true && !this.desk.sheet.closed();
    const others = (this.desk.offer()?.members.length ?? 0) > 1;
    return { common: writes && others && me.leads && this.has().common, own: writes && others && this.has().own };
  });
  protected readonly says = computed(() => {
    const offer = this.desk.offer();
    if (!offer) return [];
    const { me, loans } = offer;
    const { common, own } = this.has();
    const here = loans.filter(({ part }) => (part === this.section() ? common : own && this.desk.nameOf(part) !== ''));
    const mine = here.filter(({ part }) => part === me.member || (me.leads && part === this.section()));
    const lent = [...new Set(mine.map(({ member }) => this.desk.nameOf(member)))];
    const borrowed = here.filter(({ part, member }) => member === me.member && part !== me.member);
    return [
      ...(lent.length > 0 ? [offerPeopleWords.lentTo(lent.join(', '))] : []),
      ...borrowed.map(({ part }) =>
        offerPeopleWords.lentToYou(this.desk.nameOf(part) || (this.desk.leader()?.name ?? '')),
      ),
    ];
  });

  protected lendCommon(): Promise<void> {
    const title = offerPeopleWords.lendTitle(titleOf(this.section()));
    return this.lend(this.section(), title, offerPeopleWords.lendLead);
  }

  protected async lendOwn(): Promise<void> {
    const own = this.desk.offer()?.me.member;
    if (own) await this.lend(own, offerPeopleWords.lendOwnTitle, offerPeopleWords.lendOwnLead);
  }

  private async lend(part: string, title: string, lead: string): Promise<void> {
    const offer = this.desk.offer();
    if (!offer) return;
    const members = offer.members.filter(({ id }) => id !== offer.me.member);
    const lent = offer.loans.filter((loan) => loan.part === part).map(({ member }) => member);
    const now = await askToLend(this.injector, { offer: offer.id, part, title, lead, members, lent });
    if (!now) return;
    await this.desk.take(now);
    const names = now.loans.filter((loan) => loan.part === part).map(({ member }) => this.desk.nameOf(member));
    const say = names.length > 0 ? offerPeopleWords.lentTo(names.join(', ')) : offerPeopleWords.lentNobody;
    this.snackBar.open(say, undefined, { duration: 6_000 });
  }
}
