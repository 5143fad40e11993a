import { Injectable } from '@angular/core';
import type { Verified } from '@zit/verifier';

/** The very file that outsiders download and run. */
export const VERIFIER = 'verify-ranking.mjs';

interface Program {
  verify(text: string, key?: string | null): Promise<Verified>;
}

/** Runs the verifier's own file in this browser, not a copy of it that was built into the portal. */
@Injectable({ providedIn: 'root' })
export class Verifier {
  async verify(text: string, key: string | null): Promise<Verified> {
    const address = new URL(VERIFIER, document.baseURI).href;
    const program = (await import(address)) as Program;
    return program.verify(text, key);
  }
}
