/** What was given to a colleague and is not confirmed yet: until then it is the clerk's. */
export interface Offered {
  /** Ids of the promises. */
  ids: string[];
  to: string;
}

/** With one more: what a colleague gets again is asked about once, what goes to another is asked of that one. */
export function withOffer(offers: readonly Offered[], { ids, to }: Offered): Offered[] {
  const before = offers.find((offer) => offer.to === to)?.ids ?? [];
  const others = withoutOffer(offers, to).map((offer) => ({
    ...offer,
    ids: offer.ids.filter((id) => !ids.includes(id)),
  }));
  return [...others.filter((offer) => offer.ids.length > 0), { ids: [...new Set([...before, ...ids])], to }];
}

export function withoutOffer(offers: readonly Offered[], to: string): Offered[] {
  return offers.filter((offer) => offer.to !== to);
}
