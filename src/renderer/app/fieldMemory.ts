interface Remembered {
  readonly field: HTMLInputElement | HTMLTextAreaElement;
  readonly value: string;
  readonly at: number;
}

/** Longer than any scan; what is older is forgotten. */
const KEPT_MS = 10_000;

/** What stood in fields before each key, so that what a scan typed can be taken out again. */
export function createFieldMemory() {
  let remembered: readonly Remembered[] = [];
  return {
    /** Before a key that goes down at this time. */
    note(target: EventTarget | null, at: number): void {
      if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
      remembered = [
        ...remembered.filter((entry) => at - entry.at < KEPT_MS),
        { field: target, value: target.value, at },
      ];
    },
    /** Puts the field back as it was before the key of this time. */
    restore(since: number): void {
      const entry = remembered.find(({ at }) => at === since);
      remembered = [];
      if (entry === undefined || entry.field.value === entry.value) return;
      // React hears of a value only by the browser's own setter and an event.
      const kind = entry.field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
      Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(entry.field, entry.value);
      entry.field.dispatchEvent(new Event('input', { bubbles: true }));
    },
  };
}
