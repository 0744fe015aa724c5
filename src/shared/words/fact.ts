/** A thing that is known, by the name that stands beside it. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}
