import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFieldMemory } from '../../../../src/renderer/app/fieldMemory.ts';

/** As much of a browser's text field as is asked of one. */
class FakeField extends EventTarget {
  #value = '';
  get value(): string {
    return this.#value;
  }
  set value(value: string) {
    this.#value = value;
  }
}

beforeEach(() => {
  vi.stubGlobal('HTMLInputElement', FakeField);
  vi.stubGlobal('HTMLTextAreaElement', class extends EventTarget {});
});
afterEach(() => void vi.unstubAllGlobals());

/** Types into a field, with the memory told before each key. */
function typed(text: string, since: number) {
  const field = new FakeField();
  field.value = '8103';
  const memory = createFieldMemory();
  const heard: string[] = [];
  field.addEventListener('input', () => heard.push(field.value));
  for (const [index, key] of Array.from(text).entries()) {
    memory.note(field, since + index * 8);
    field.value += key;
  }
  return { field, memory, heard };
}

test('what a scan typed into a field is taken out again, and the field says so', () => {
  const { field, memory, heard } = typed('5CG1234567', 1_000);
  memory.restore(1_000);
  expect([field.value, heard]).toEqual(['8103', ['8103']]);
});

test('a scan that came from elsewhere, or long ago, changes no field', () => {
  const { field, memory } = typed('5CG1234567', 1_000);
  memory.note(field, 60_000);
  memory.restore(1_000);
  memory.restore(2_000);
  expect(field.value).toBe('81035CG1234567');
});
