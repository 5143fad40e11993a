import type { Signal } from '@angular/core';
import { applyEach, maxLength, minLength, required, validate, type SchemaFn } from '@angular/forms/signals';
import { parseKrs, parseNip, parseNrb, parseRegon, type ParsedIdentifier } from '@zit/domain';
import { organisationWords } from '@zit/words.pl/organisation';
import type { OrganisationDraft } from './organisation-draft';

/** A sentence of the server about one field; it holds as long as the field keeps the value it was about. */
export interface Refusal {
  message: string;
  value: string;
}

/** By field name; rows of the representation as `representation.0.person`. */
export type Refusals = Readonly<Record<string, Refusal>>;

const faults = organisationWords.faults;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;

/** The same checks as the server's, said at the field; identifiers by the rules of the domain. */
export const organisationSchema =
  (refusals: Signal<Refusals>): SchemaFn<OrganisationDraft> =>
  (path) => {
    const wrong = (message: string | null) => (message === null ? null : { kind: 'wrong', message });
    const refused = (field: string, value: string) => {
      const refusal = refusals()[field];
      return wrong(refusal && refusal.value === value ? refusal.message : null);
    };
    const read = (parse: (text: string) => ParsedIdentifier, text: string) => {
      const parsed = parse(text);
      return wrong(parsed.ok || parsed.fault === 'EMPTY' ? null : parsed.text);
    };
    required(path.name, { message: faults.nameMissing });
    minLength(path.name, 2, { message: faults.nameShort });
    maxLength(path.name, 300, { message: faults.long(300) });
    required(path.sector, { message: faults.sectorMissing });
    maxLength(path.address, 300, { message: faults.long(300) });
    maxLength(path.phone, 40, { message: faults.long(40) });
    maxLength(path.electronicDeliveryAddress, 60, { message: faults.long(60) });
    validate(path.name, ({ value }) => refused('name', value()));
    validate(path.nip, ({ value }) => read(parseNip, value()) ?? refused('nip', value()));
    validate(path.regon, ({ value }) => read(parseRegon, value()) ?? refused('regon', value()));
    validate(path.krs, ({ value }) => read(parseKrs, value()) ?? refused('krs', value()));
    validate(path.bankAccount, ({ value }) => read(parseNrb, value()) ?? refused('bankAccount', value()));
    validate(path.email, ({ value }) =>
      value().trim() && !EMAIL.test(value().trim()) ? wrong(faults.email) : refused('email', value()),
    );
    validate(path.address, ({ value }) => refused('address', value()));
    validate(path.phone, ({ value }) => refused('phone', value()));
    validate(path.teryt, ({ value }) => refused('teryt', value()));
    validate(path.unitOfId, ({ value }) => refused('unitOfId', value()));
    validate(path.electronicDeliveryAddress, ({ value }) => refused('electronicDeliveryAddress', value()));
    applyEach(path.representation, (row) => {
      required(row.person, { message: faults.personMissing });
      maxLength(row.person, 200, { message: faults.long(200) });
      maxLength(row.function, 200, { message: faults.long(200) });
      maxLength(row.evidence, 500, { message: faults.long(500) });
      validate(row.validTo, ({ value, valueOf }) => {
        const from = valueOf(row.validFrom);
        return wrong(from && value() && value() < from ? faults.periodReversed : null);
      });
    });
  };
