import { Component, computed, input } from '@angular/core';
import type { OrganisationResponse } from '@zit/contracts';
import { formatDatePl, type Representation } from '@zit/domain';
import { frameWords } from '@zit/words.pl/frame';
import { organisationWords } from '@zit/words.pl/organisation';
import { organisationKindWords } from '@zit/words.pl/organisation-kinds';

const legalForms: Readonly<Record<string, string>> = organisationKindWords.legalForm;

/** An organisation to read and to print. */
@Component({
  selector: 'zit-organisation-card',
  templateUrl: './organisation-card.html',
  styleUrl: './organisation-card.scss',
})
export class OrganisationCard {
  readonly organisation = input.required<OrganisationResponse>();
  protected readonly words = organisationWords;
  protected readonly frame = frameWords;

  protected readonly facts = computed(() => {
    const { fields } = organisationWords;
    const each = this.organisation();
    return [
      { label: fields.legalForm, value: each.legalForm ? (legalForms[each.legalForm] ?? each.legalForm) : null },
      { label: fields.sector, value: organisationKindWords.sector[each.sector] },
      ...(each.unitOfName ? [{ label: fields.unitOfId, value: each.unitOfName }] : []),
      { label: fields.nip, value: each.nip },
      { label: fields.regon, value: each.regon },
      { label: fields.krs, value: each.krs },
      { label: fields.teryt, value: each.municipality },
      { label: fields.address, value: each.address },
      { label: fields.email, value: each.email },
      { label: fields.phone, value: each.phone },
      { label: fields.electronicDeliveryAddress, value: each.electronicDeliveryAddress },
      { label: fields.bankAccount, value: each.bankAccount },
    ];
  });

  /** How the person represents, since when and by what right. */
  protected basis(each: Representation): string {
    const days = [each.validFrom, each.validTo].map((day) => (day ? formatDatePl(day) : '…'));
    const period = each.validFrom || each.validTo ? days.join(' – ') : null;
    return [organisationKindWords.representation[each.mode], period, each.evidence].filter(Boolean).join(', ');
  }
}
