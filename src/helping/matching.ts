import { firmKey, isSameField } from './firms.ts';
import { fullUntil, type HelpOffer, isTaking, type Offer } from './offer.ts';

/** What a seeker looks for in a helper. */
export interface Need {
  kind: HelpOffer;
  firm?: string;
  field?: string;
  language?: string;
}

/** An offer with what its helper carries already. */
export interface Candidate {
  offer: Offer;
  /** When an ask was last brought to them. */
  last?: Date;
  /** When the asks of the last 30 days were. */
  received: Date[];
}

/** Whether an offer is what is looked for. A firm decides where one is named; else the field does. */
export function fits(offer: Offer, { kind, firm, field }: Need): boolean {
  if (!offer.kinds.includes(kind)) return false;
  if (firm) return offer.firms.some((own) => firmKey(own) === firmKey(firm));
  return field !== undefined && offer.fields.some((own) => isSameField(own, field));
}

/**
 * Helpers who offer what is looked for and have room, the most suitable first; among equals whoever was asked the longest ago,
 * so that many are asked a little.
 */
export function matching(
  candidates: readonly Candidate[],
  need: Need,
  { today, capacity }: { today: string; capacity: number },
): Offer[] {
  return candidates
    .filter(
      ({ offer, received }) =>
        fits(offer, need) &&
        isTaking(offer, today) &&
        fullUntil(received, offer.capacity ?? capacity) === undefined,
    )
    .map((candidate) => ({ ...candidate, suits: suits(candidate.offer, need) }))
    .sort(
      (a, b) =>
        b.suits - a.suits ||
        (a.last?.getTime() ?? 0) - (b.last?.getTime() ?? 0) ||
        a.offer.user.localeCompare(b.offer.user),
    )
    .map(({ offer }) => offer);
}

function suits(offer: Offer, { field, language }: Need): number {
  const inField = field && offer.fields.some((own) => isSameField(own, field)) ? 2 : 0;
  const speaks = language && offer.languages.some((own) => isSameField(own, language)) ? 1 : 0;
  return inField + speaks;
}
