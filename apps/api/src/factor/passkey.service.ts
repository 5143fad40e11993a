import { generateRegistrationOptions } from '@simplewebauthn/server';
import { Inject, Injectable } from '@nestjs/common';
import type { AddPasskey, PasskeyOptions } from '@zit/contracts';
import { factorWords } from '@zit/words.pl/factor';
import type { FastifyRequest } from 'fastify';
import type { EntityManager } from 'typeorm';
import { Door } from '../database/door';
import { notFound, ProblemError } from '../http/problem-error';
import { SETTINGS, type Settings } from '../http/settings';
import type { SignedIn } from '../http/signed-in';
import { note } from '../journal/note';
import { writeMail } from '../mail/write-mail';
import { inPersonsTurn } from './code-limit';
import { addressOf, afterRemoval, requireConfirmed, requireEnrolment, wrongFactor } from './enrolment';
import { keepChallenge, takeChallenge } from './passkey-challenge';
import { ALGORITHMS, checkNewPasskey } from './passkey-check';
import { requireRelyingParty } from './relying-party';

/** A telephone, a computer, two keys on the ring; more are forgotten ones. */
const MOST_PASSKEYS = 20;

/** Passkeys of one's own account: added, named, removed. */
@Injectable()
export class PasskeyService {
  constructor(
    private readonly door: Door,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async options(who: SignedIn, request: FastifyRequest): Promise<PasskeyOptions> {
    requireEnrolment(who);
    const party = requireRelyingParty(this.settings, request);
    return this.door.gateFor({ person: who.personId }, async (manager) => {
      const options = await generateRegistrationOptions({
        rpName: factorWords.portal,
        rpID: party.id,
        userName: who.email,
        userDisplayName: who.name,
        userID: new Uint8Array(Buffer.from(who.personId)),
        attestationType: 'none',
        supportedAlgorithmIDs: ALGORITHMS,
        excludeCredentials: await credentialsOf(manager, who.personId),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      });
      const challengeId = await keepChallenge(manager, who.personId, options.challenge);
      return { challengeId, options: { ...options } };
    });
  }

  async add(who: SignedIn, { challengeId, name, response }: AddPasskey, request: FastifyRequest): Promise<void> {
    requireEnrolment(who);
    const party = requireRelyingParty(this.settings, request);
    const kept = await this.door.gateFor('nobody', (manager) => takeChallenge(manager, challengeId));
    if (kept?.personId !== who.personId) throw wrongFactor(factorWords.passkeyRefused);
    const { credential, credentialDeviceType, credentialBackedUp } = await checkNewPasskey(
      party,
      kept.challenge,
      response,
    );
    await this.door.gateFor({ person: who.personId }, async (manager) => {
      await inPersonsTurn(manager, who.personId);
      if ((await credentialsOf(manager, who.personId)).length >= MOST_PASSKEYS)
        throw new ProblemError({ status: 409, code: 'DUPLICATE', detail: factorWords.passkeyLimit(MOST_PASSKEYS) });
      const [added] = await manager.query<{ id: string }[]>(
        `insert into passkey (person_id, credential_id, public_key, counter, transports, backup_eligible, backed_up, name)
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (credential_id) do nothing returning id`,
        [
          who.personId,
          credential.id,
          Buffer.from(credential.publicKey),
          credential.counter,
          JSON.stringify(knownTransports(credential.transports)),
          credentialDeviceType === 'multiDevice',
          credentialBackedUp,
          name,
        ],
      );
      if (!added) throw new ProblemError({ status: 409, code: 'DUPLICATE', detail: factorWords.passkeyKnown });
      const subject = { kind: 'person', id: who.personId } as const;
      await note(manager, who, { act: 'ADD_PASSKEY', subject, details: { passkeyId: added.id } });
      await writeMail(manager, { template: 'NOTICE_PASSKEY_ADDED', to: await addressOf(manager, who.personId) });
    });
  }

  async remove(who: SignedIn, id: string): Promise<void> {
    requireConfirmed(who);
    await this.door.gateFor({ person: who.personId }, async (manager) => {
      await inPersonsTurn(manager, who.personId);
      const [, removed] = await manager.query<[unknown, number]>(
        'delete from passkey where id = $1 and person_id = $2',
        [id, who.personId],
      );
      if (removed === 0) throw notFound();
      await afterRemoval(manager, who.personId);
      const subject = { kind: 'person', id: who.personId } as const;
      await note(manager, who, { act: 'REMOVE_PASSKEY', subject, details: { passkeyId: id } });
      await writeMail(manager, { template: 'NOTICE_FACTOR_REMOVED', to: await addressOf(manager, who.personId) });
    });
  }
}

/** As the browser wants them: which keys are meant, and how they are reached. */
export const credentialsOf = (
  manager: EntityManager,
  personId: string,
): Promise<{ id: string; transports: string[] }[]> =>
  manager.query('select credential_id as id, transports from passkey where person_id = $1 order by added_at, id', [
    personId,
  ]);

const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'];

/** The browser's hint for next time; nothing else of what it sends here is kept. */
const knownTransports = (given: unknown): string[] =>
  Array.isArray(given) ? TRANSPORTS.filter((one) => given.includes(one)) : [];
