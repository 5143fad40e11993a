import { Injectable } from '@nestjs/common';
import type { OfferResponse } from '@zit/contracts';
import type { Actor } from '../consortium/actor';
import { Door } from '../database/door';
import { openOffer } from './open-offer';
import { readOffer } from './read-offer';

/** Offers as they are being written. */
@Injectable()
export class OfferService {
  constructor(private readonly door: Door) {}

  read(who: Actor, id: string): Promise<OfferResponse> {
    return this.door.read(who, async (manager) =>
      readOffer(manager, who, await openOffer(manager, who, id, 'readOffer')),
    );
  }
}
