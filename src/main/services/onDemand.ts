/** Something that is loaded and made when it is first asked for, and kept. */
export interface OnDemand<Made> {
  readonly get: () => Promise<Made>;
  /** What `get` gives; null where nobody has asked yet. */
  readonly begun: () => Promise<Made> | null;
}

export function onDemand<Made>(make: () => Promise<Made>): OnDemand<Made> {
  let made: Promise<Made> | null = null;
  return { get: () => (made ??= make()), begun: () => made };
}
