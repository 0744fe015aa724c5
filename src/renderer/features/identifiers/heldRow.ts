/** A row as the dialog shows it. */
export interface HeldRow {
  readonly id: string;
  /** What it is called: its serial number, or what names it where it has none. */
  readonly name: string;
  /** What is compared at Microsoft’s before it goes. */
  readonly shown: string;
  readonly manufacturer: string | null;
  readonly model: string | null;
  readonly state: string | null;
  readonly at: string | null;
}
