import { generateAuthenticationOptions } from '@simplewebauthn/server';
import { Inject, Injectable } from '@nestjs/common';
import type { PasskeyOptions, PasskeySignIn } from '@zit/contracts';
import { factorWords } from '@zit/words.pl/factor';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { EntityManager } from 'typeorm';
import { Door } from '../database/door';
import { SETTINGS, type Settings } from '../http/settings';
import type { SignedIn } from '../http/signed-in';
import { refuse, spendIn } from '../session/limit';
import { SessionService } from '../session/session.service';
import { wrongFactor } from './enrolment';
import { keepChallenge, takeChallenge } from './passkey-challenge';
import { checkPasskey, type BrowserAnswer } from './passkey-check';
import { credentialsOf } from './passkey.service';
import { presentSession } from './present-session';
import { requireRelyingParty } from './relying-party';

/** Challenges for one address in a quarter of an hour: a whole office may sit behind it, and the table stays small. */
const PER_ADDRESS = 300;

interface StoredPasskey {
  id: string;
  personId: string;
  credentialId: string;
  publicKey: Buffer;
  counter: number;
}

/** A passkey is two factors at once: a thing one has, opened by a finger, a face or a PIN. It signs in alone. */
@Injectable()
export class PasskeySignInService {
  constructor(
    private readonly door: Door,
    private readonly sessions: SessionService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** For who gave the password already: their keys. For a stranger: no names, the key tells who it is. */
  async options(request: FastifyRequest): Promise<PasskeyOptions> {
    const party = requireRelyingParty(this.settings, request);
    const who = await presentSession(this.sessions, request);
    return this.door.gateFor(who ? { person: who.personId } : 'nobody', async (manager) => {
      const spent = await spendIn(manager, [{ key: `passkey:${request.ip}`, most: PER_ADDRESS }]);
      if (!spent) refuse(factorWords.tooManyPasskeys);
      const options = await generateAuthenticationOptions({
        rpID: party.id,
        userVerification: 'required',
        allowCredentials: who ? await credentialsOf(manager, who.personId) : undefined,
      });
      const challengeId = await keepChallenge(manager, who?.personId ?? null, options.challenge);
      return { challengeId, options: { ...options } };
    });
  }

  /** Raises the present session, or begins one of the key's owner. */
  async show(
    { challengeId, response }: PasskeySignIn,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<SignedIn> {
    const party = requireRelyingParty(this.settings, request);
    const who = await presentSession(this.sessions, request);
    const [kept, passkey] = await this.door.gateFor({ passkey: response.id }, async (manager) => [
      await takeChallenge(manager, challengeId),
      await findPasskey(manager, response),
    ]);
    if (!kept || !passkey || !isOwners(passkey, kept.personId, who, response))
      throw wrongFactor(factorWords.passkeyRefused);
    const shown = await checkPasskey(party, kept.challenge, response, {
      id: passkey.credentialId,
      publicKey: new Uint8Array(passkey.publicKey),
      counter: passkey.counter,
    });
    await this.door.gateFor({ person: passkey.personId }, (manager) =>
      noteUse(manager, passkey, shown.newCounter, shown.credentialBackedUp),
    );
    if (who && kept.personId !== null) return this.sessions.raise(who, request, reply);
    await this.sessions.beginFor(passkey.personId, 'FULL', request, reply);
    return this.sessions.signedIn(request);
  }
}

async function findPasskey(manager: EntityManager, { id }: BrowserAnswer): Promise<StoredPasskey | null> {
  if (typeof id !== 'string') return null;
  const [passkey] = await manager.query<StoredPasskey[]>(
    `select k.id, k.person_id as "personId", k.credential_id as "credentialId", k.public_key as "publicKey",
            k.counter::float8 as counter
     from passkey k join person p on p.id = k.person_id
     where k.credential_id = $1 and p.left_at is null and p.erased_at is null`,
    [id],
  );
  return passkey ?? null;
}

/**
 * A challenge made for a person is answered by a key of theirs, in a session of theirs. One made for a stranger is
 * answered by a key that says itself whose it is.
 */
function isOwners(
  passkey: StoredPasskey,
  challenged: string | null,
  who: SignedIn | null,
  { response }: BrowserAnswer,
): boolean {
  if (challenged !== null) return challenged === passkey.personId && who?.personId === challenged;
  const handle = typeof response === 'object' && response !== null && 'userHandle' in response && response.userHandle;
  return typeof handle === 'string' && Buffer.from(handle, 'base64url').toString() === passkey.personId;
}

/** @throws ProblemError 403 when the same key was used elsewhere in the same moment: its counter moved */
async function noteUse(
  manager: EntityManager,
  passkey: StoredPasskey,
  counter: number,
  backedUp: boolean,
): Promise<void> {
  const [, noted] = await manager.query<[unknown, number]>(
    'update passkey set counter = $3, backed_up = $4, used_at = now() where id = $1 and counter = $2',
    [passkey.id, passkey.counter, counter, backedUp],
  );
  if (noted === 0) throw wrongFactor(factorWords.passkeyRefused);
}
