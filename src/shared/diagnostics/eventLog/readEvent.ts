import type { BinXmlReader, Element, Instance, Piece } from './binXml.ts';
import { eventValueText, fileTimeText, NESTED } from './eventValue.ts';
import type { LogEvent } from './evtxFile.ts';

interface RecordToRead {
  readonly chunk: Uint8Array;
  readonly reader: BinXmlReader;
  readonly spend: (count: number) => void;
  readonly isWanted: (id: number, channel: string) => boolean;
  readonly start: number;
  readonly end: number;
  readonly recordId: number;
  /** Of the record itself, where the event tells no time. */
  readonly writtenAt: string | null;
}

const DEEPEST = 8;
/** Characters of one value; what is longer is cut. */
const LONGEST_VALUE = 65_536;
/** Who was signed in, tokens and addresses: they are not even read. */
const UNREAD = /token|user|upn|sid|mail|owner|account|password|secret/i;

/** An event, or null for one that nobody wants; its data is then not looked at. @throws DamagedRecord */
export function readEvent(record: RecordToRead): LogEvent | null {
  const outer = record.reader.read(record.start, record.end);
  const system = childOf(outer.root, 'System');
  const textAt = (name: string): string => textOf(record, outer, childOf(system, name)?.children ?? []);
  const id = Number(textAt('EventID'));
  const channel = textAt('Channel');
  if (!Number.isInteger(id) || !record.isWanted(id, channel)) return null;
  const data = new Map<string, string>();
  for (const part of elementsOf(outer.root)) if (part.name !== 'System') collect(record, outer, part, data, 0);
  for (const piece of outer.root?.children ?? []) if (isValue(piece)) nested(record, outer, piece.value, data, 0);
  return {
    id,
    level: Number(textAt('Level')) || 0,
    channel,
    provider: attributeOf(record, outer, childOf(system, 'Provider'), 'Name'),
    at: timeOf(record, outer, system),
    recordId: record.recordId,
    data,
  };
}

function timeOf(record: RecordToRead, outer: Instance, system: Element | null): string | null {
  const pieces = childOf(system, 'TimeCreated')?.attributes.find(({ name }) => name === 'SystemTime')?.pieces ?? [];
  const [piece] = pieces;
  if (piece !== undefined && isValue(piece)) {
    const place = outer.values[piece.value];
    if (place?.type === 0x11 && place.end - place.start >= 8) return fileTimeText(record.chunk, place.start);
  }
  const milliseconds = Date.parse(textOf(record, outer, pieces));
  return Number.isNaN(milliseconds) ? record.writtenAt : new Date(milliseconds).toISOString();
}

/** Every value with its name: of `Data` its attribute, of others the name of the element. */
function collect(
  record: RecordToRead,
  instance: Instance,
  element: Element,
  data: Map<string, string>,
  depth: number,
): void {
  record.spend(1);
  if (depth > DEEPEST) return;
  const parts = elementsOf(element);
  if (parts.length === 0 && element.name !== 'EventData' && element.name !== 'UserData') {
    const named = element.name === 'Data' ? attributeOf(record, instance, element, 'Name') : element.name;
    const name = named === '' ? String(data.size + 1) : named;
    if (!UNREAD.test(name)) data.set(name, textOf(record, instance, element.children));
    return;
  }
  for (const part of parts) collect(record, instance, part, data, depth + 1);
  for (const piece of element.children) if (isValue(piece)) nested(record, instance, piece.value, data, depth);
}

/** Windows puts the data of an event into a value of its outer template, with a template of its own. */
function nested(
  record: RecordToRead,
  { values }: Instance,
  index: number,
  data: Map<string, string>,
  depth: number,
): void {
  const place = values[index];
  if (place?.type !== NESTED || depth > DEEPEST) return;
  const inner = record.reader.read(place.start, place.end, depth + 1);
  if (inner.root !== null) collect(record, inner, inner.root, data, depth + 1);
}

function textOf(record: RecordToRead, { values }: Instance, pieces: readonly (Element | Piece)[]): string {
  let text = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') text += piece;
    else if (isValue(piece)) {
      const place = values[piece.value];
      if (place === undefined || place.type === NESTED) continue;
      record.spend(place.end - place.start);
      text += eventValueText(record.chunk, place);
    }
    if (text.length > LONGEST_VALUE) return text.slice(0, LONGEST_VALUE);
  }
  return text;
}

const attributeOf = (record: RecordToRead, instance: Instance, element: Element | null, name: string): string =>
  textOf(record, instance, element?.attributes.find((attribute) => attribute.name === name)?.pieces ?? []);

const isValue = (piece: Element | Piece): piece is { readonly value: number } =>
  typeof piece !== 'string' && 'value' in piece;
const isElement = (piece: Element | Piece): piece is Element => typeof piece !== 'string' && 'name' in piece;
const elementsOf = (element: Element | null): readonly Element[] => (element?.children ?? []).filter(isElement);
const childOf = (element: Element | null, name: string): Element | null =>
  elementsOf(element).find((child) => child.name === name) ?? null;
