import type { BinXmlReader, Element, Instance, Piece, WideText } from './binXml.ts';
import { eventValueText, FILE_TIME, fileTimeText, NESTED } from './eventValue.ts';
import type { LogEvent } from './evtxFile.ts';

interface RecordToRead {
  readonly chunk: Uint8Array;
  readonly reader: BinXmlReader;
  readonly wideText: WideText;
  readonly spend: (count: number) => void;
  readonly isWanted: (id: number, channel: string) => boolean;
  readonly start: number;
  readonly end: number;
  readonly recordId: number;
  /** Where the record's own time stands, for an event that tells none. */
  readonly writtenAt: number;
}

const DEEPEST = 8;
/** Characters of one value; what is longer is cut. */
const LONGEST_VALUE = 65_536;
/** Who was signed in, tokens and addresses: they are not even read. */
const UNREAD = /token|user|upn|sid|mail|owner|account|password|secret/i;

/** Where a template has what is asked of every event; found once for all records that are made of it. */
interface Outline {
  readonly id: readonly (Element | Piece)[];
  readonly level: readonly (Element | Piece)[];
  readonly channel: readonly (Element | Piece)[];
  readonly provider: readonly Piece[];
  readonly time: readonly Piece[];
  readonly others: readonly Element[];
  readonly values: readonly { readonly value: number }[];
}

const outlines = new WeakMap<Element, Outline>();

function outlineOf(root: Element): Outline {
  const known = outlines.get(root);
  if (known !== undefined) return known;
  const system = childOf(root, 'System');
  const contentOf = (name: string) => childOf(system, name)?.children ?? [];
  const attribute = (element: string, name: string) =>
    childOf(system, element)?.attributes.find((one) => one.name === name)?.pieces ?? [];
  const outline = {
    id: contentOf('EventID'),
    level: contentOf('Level'),
    channel: contentOf('Channel'),
    provider: attribute('Provider', 'Name'),
    time: attribute('TimeCreated', 'SystemTime'),
    others: elementsOf(root).filter(({ name }) => name !== 'System'),
    values: root.children.filter(isValue),
  };
  outlines.set(root, outline);
  return outline;
}

/** An event, or null for one that nobody wants; its data is then not looked at. @throws DamagedRecord */
export function readEvent(record: RecordToRead): LogEvent | null {
  const outer = record.reader.read(record.start, record.end);
  if (outer.root === null) return null;
  const outline = outlineOf(outer.root);
  const id = Number(textOf(record, outer, outline.id));
  const channel = textOf(record, outer, outline.channel);
  if (!Number.isInteger(id) || !record.isWanted(id, channel)) return null;
  const data = new Map<string, string>();
  for (const part of outline.others) collect(record, outer, part, data, 0);
  for (const { value } of outline.values) nested(record, outer, value, data, 0);
  return {
    id,
    level: Number(textOf(record, outer, outline.level)) || 0,
    channel,
    provider: textOf(record, outer, outline.provider),
    at: timeOf(record, outer, outline.time),
    recordId: record.recordId,
    data,
  };
}

function timeOf(record: RecordToRead, outer: Instance, pieces: readonly Piece[]): string | null {
  const [piece] = pieces;
  if (piece !== undefined && isValue(piece)) {
    const place = outer.values[piece.value];
    if (place?.type === FILE_TIME && place.end - place.start >= 8) return fileTimeText(record.chunk, place.start);
  }
  const milliseconds = Date.parse(textOf(record, outer, pieces));
  return Number.isNaN(milliseconds)
    ? fileTimeText(record.chunk, record.writtenAt)
    : new Date(milliseconds).toISOString();
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
      text += eventValueText(record.chunk, place, record.wideText);
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
