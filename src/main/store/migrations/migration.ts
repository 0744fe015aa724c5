/** A step forward in the format of the queue, never edited once released. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly up: string;
}
