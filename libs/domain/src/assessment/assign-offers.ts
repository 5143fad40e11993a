/** Who is to score which offers. */
export interface AssignmentAsked {
  offers: readonly string[];
  assessors: readonly string[];
  /** Assessors of each offer, whole, at least 1. */
  each: number;
  /** Pairs that may not meet: declared, found in registers, or decided by the chair. */
  barred: readonly { assessor: string; offer: string }[];
  /** Cards somebody has already besides this call, or cannot take; left out: none. */
  load?: Readonly<Record<string, number>>;
}

export interface Assignment {
  /** By offer, in the order of the assessors. */
  byOffer: Map<string, string[]>;
  /** Cards of each assessor, those from before included. */
  load: Map<string, number>;
  /** Offers that cannot have as many as asked, whoever is moved. */
  short: { offer: string; missing: number }[];
  /**
   * Why nobody could have fewer at most: these assessors have so many cards together, and nobody else may take one of
   * them. Their mean, raised to a whole number, is the greatest load.
   */
  proof: { assessors: string[]; cards: number; greatest: number };
}

/**
 * Balanced assignment: every offer gets `each` different assessors, or as many as conflicts leave, and the loads are as
 * equal as they can be (the sum of their squares is least, and so is the greatest). Exact: each card takes the shortest
 * way to whoever has least, moving others where that helps (successive shortest paths; what an assessor costs grows with
 * every card). Equal input gives equal output; time grows with cards × pairs.
 */
export function assignOffers(asked: AssignmentAsked): Assignment {
  const board = new Board(asked);
  const short: Assignment['short'] = [];
  asked.offers.forEach((offer, at) => {
    let missing = asked.each;
    while (missing > 0 && board.seat(at)) missing -= 1;
    if (missing > 0) short.push({ offer, missing });
  });
  return {
    byOffer: new Map(asked.offers.map((offer, at) => [offer, board.seated(at)])),
    load: new Map(asked.assessors.map((assessor, at) => [assessor, board.load[at] ?? 0])),
    short,
    proof: board.proof(),
  };
}

class Board {
  readonly load: number[];
  private readonly before: number[];
  private readonly barred: ReadonlySet<string>;
  private readonly has: Set<number>[];

  constructor(private readonly asked: AssignmentAsked) {
    this.before = asked.assessors.map((assessor) => asked.load?.[assessor] ?? 0);
    this.load = [...this.before];
    const [offers, assessors] = [placesOf(asked.offers), placesOf(asked.assessors)];
    this.barred = new Set(asked.barred.map(({ offer, assessor }) => `${offers.get(offer)} ${assessors.get(assessor)}`));
    this.has = asked.offers.map(() => new Set());
  }

  seated = (offer: number): string[] =>
    [...(this.has[offer] ?? [])].sort((a, b) => a - b).map((at) => this.asked.assessors[at] ?? '');

  /** One more assessor for an offer; false: there is nobody left for it. */
  seat(offer: number): boolean {
    const ways = this.waysFrom(offer);
    let [least, at] = [Infinity, -1];
    for (const assessor of ways.keys())
      if ((this.load[assessor] ?? 0) < least) [least, at] = [this.load[assessor] ?? 0, assessor];
    if (at === -1) return false;
    this.load[at] = least + 1;
    // Back along the way: each offer on it takes the assessor at hand and gives away the one before.
    for (let way = ways.get(at); way;) {
      this.has[way.offer]?.add(at);
      if (way.gives === null) break;
      this.has[way.offer]?.delete(way.gives);
      at = way.gives;
      way = ways.get(at);
    }
    return true;
  }

  /**
   * Assessors to whom a card of this offer could go, directly or by moving cards of others on; each with the offer that
   * would take them, and whom that offer would give away for it.
   */
  private waysFrom(offer: number): Map<number, { offer: number; gives: number | null }> {
    const ways = new Map<number, { offer: number; gives: number | null }>();
    const queue: { offer: number; gives: number | null }[] = [{ offer, gives: null }];
    // The queue grows while it is gone through.
    for (const { offer: taking, gives } of queue) {
      for (let assessor = 0; assessor < this.load.length; assessor++) {
        if (ways.has(assessor) || this.has[taking]?.has(assessor) || this.barred.has(`${taking} ${assessor}`)) continue;
        ways.set(assessor, { offer: taking, gives });
        this.has.forEach((seated, other) => seated.has(assessor) && queue.push({ offer: other, gives: assessor }));
      }
    }
    return ways;
  }

  proof(): Assignment['proof'] {
    const greatest = Math.max(0, ...this.load);
    const closed = new Set(this.load.flatMap((load, at) => (load === greatest ? [at] : [])));
    // Whoever a card of these could move to belongs to them: nobody outside may take one.
    for (let grown = -1; grown !== closed.size;) {
      grown = closed.size;
      this.has.forEach((seated, offer) => {
        if (![...seated].some((assessor) => closed.has(assessor))) return;
        for (let at = 0; at < this.load.length; at++)
          if (!seated.has(at) && !this.barred.has(`${offer} ${at}`)) closed.add(at);
      });
    }
    const assessors = [...closed].sort((a, b) => a - b);
    return {
      assessors: assessors.map((at) => this.asked.assessors[at] ?? ''),
      cards: assessors.reduce((sum, at) => sum + (this.load[at] ?? 0), 0),
      greatest,
    };
  }
}

const placesOf = (names: readonly string[]): Map<string, number> => new Map(names.map((name, at) => [name, at]));
