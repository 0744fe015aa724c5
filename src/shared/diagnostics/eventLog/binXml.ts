import { readU16, readU32, readU8 } from '../../hashes/byteReader.ts';

/** UTF-16LE as text. A platform has it natively. */
export type WideText = (bytes: Uint8Array) => string;

/** A piece of text in an event: as it stands, or the place of a value that each record has of its own. */
export type Piece = string | { readonly value: number };

/** An element of an event, as its template has it. */
export interface Element {
  readonly name: string;
  readonly attributes: readonly { readonly name: string; readonly pieces: readonly Piece[] }[];
  readonly children: readonly (Element | Piece)[];
}

/** A template with the values of one record. */
export interface Instance {
  readonly root: Element | null;
  readonly values: readonly ValuePlace[];
}

/** Where a value lies in its chunk. */
export interface ValuePlace {
  readonly type: number;
  readonly start: number;
  readonly end: number;
}

/** The record is damaged, or hostile; nothing more is read of it. */
export class DamagedRecord extends Error {
  override readonly name = 'DamagedRecord';
}

const TOKEN = {
  end: 0,
  openElement: 1,
  closeStart: 2,
  closeEmpty: 3,
  closeElement: 4,
  text: 5,
  attribute: 6,
  cdata: 7,
  character: 8,
  entity: 9,
  target: 0x0a,
  instruction: 0x0b,
  template: 0x0c,
  value: 0x0d,
  optionalValue: 0x0e,
  fragment: 0x0f,
} as const;
/** Set where an element has attributes, or more of the kind follows. */
const MORE = 0x40;

const DEEPEST = 16;
const MOST_VALUES = 4_096;
const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/**
 * Reads the binary XML of the events of one chunk. Templates are read once and used for all records of the chunk. Structure: the
 * public description of libevtx (https://github.com/libyal/libevtx), “Windows XML Event Log (EVTX) format”.
 * @param spend is called for each token and each character; throws when there were too many, whatever the file claims
 */
export function createBinXmlReader(chunk: Uint8Array, wideText: WideText, spend: (count: number) => void) {
  const templates = new Map<number, Element | null>();
  const names = new Map<number, { readonly name: string; readonly end: number }>();
  let at = 0;
  let end = 0;

  function need(bytes: number): number {
    if (at + bytes > end) throw new DamagedRecord();
    const before = at;
    at += bytes;
    return before;
  }
  const u8 = (): number => readU8(chunk, need(1));
  const u16 = (): number => readU16(chunk, need(2));
  const u32 = (): number => readU32(chunk, need(4));

  function textOf(characters: number): string {
    spend(characters);
    const start = need(characters * 2);
    return wideText(chunk.subarray(start, start + characters * 2));
  }

  /** A name stands once in a chunk, where it is first used. */
  function name(): string {
    const place = u32();
    const known = names.get(place) ?? nameAt(place);
    names.set(place, known);
    if (place === at) at = known.end;
    if (at > end) throw new DamagedRecord();
    return known.name;
  }

  function nameAt(place: number): { readonly name: string; readonly end: number } {
    const characters = readU16(chunk, place + 6);
    const last = place + 8 + characters * 2 + 2;
    if (last > chunk.length) throw new DamagedRecord();
    spend(characters);
    return { name: wideText(chunk.subarray(place + 8, place + 8 + characters * 2)), end: last };
  }

  function element(hasAttributes: boolean, depth: number): Element {
    if (depth > DEEPEST) throw new DamagedRecord();
    spend(1);
    need(6);
    const called = name();
    const attributes: Element['attributes'][number][] = [];
    if (hasAttributes) {
      need(4);
      while ((readU8(chunk, at) & ~MORE) === TOKEN.attribute) {
        at++;
        attributes.push({ name: name(), pieces: attributePieces() });
      }
    }
    const children: (Element | Piece)[] = [];
    const close = u8();
    if (close === TOKEN.closeEmpty) return { name: called, attributes, children };
    if (close !== TOKEN.closeStart) throw new DamagedRecord();
    for (;;) {
      const token = u8();
      const kind = token & ~MORE;
      if (token === TOKEN.closeElement) return { name: called, attributes, children };
      if (kind === TOKEN.openElement) children.push(element((token & MORE) !== 0, depth + 1));
      else {
        const piece = pieceOf(token);
        if (piece !== null) children.push(piece);
      }
    }
  }

  function attributePieces(): Piece[] {
    const pieces: Piece[] = [];
    for (;;) {
      const next = readU8(chunk, at) & ~MORE;
      const isPiece =
        next === TOKEN.text ||
        next === TOKEN.value ||
        next === TOKEN.optionalValue ||
        next === TOKEN.character ||
        next === TOKEN.entity;
      if (!isPiece || at >= end) return pieces;
      const piece = pieceOf(u8());
      if (piece !== null) pieces.push(piece);
    }
  }

  function pieceOf(token: number): Piece | null {
    spend(1);
    switch (token & ~MORE) {
      case TOKEN.text: {
        if (u8() !== 1) throw new DamagedRecord();
        return textOf(u16());
      }
      case TOKEN.cdata:
        return textOf(u16());
      case TOKEN.character:
        return String.fromCharCode(u16());
      case TOKEN.entity:
        return entities.get(name()) ?? '';
      case TOKEN.value:
      case TOKEN.optionalValue: {
        const value = u16();
        need(1);
        return { value };
      }
      case TOKEN.target:
        name();
        return null;
      case TOKEN.instruction:
        textOf(u16());
        return null;
      default:
        throw new DamagedRecord();
    }
  }

  /** The one element of a fragment; null for an empty one. */
  function fragment(depth: number): Instance {
    if (depth > DEEPEST) throw new DamagedRecord();
    let token = u8();
    if (token === TOKEN.fragment) {
      need(3);
      token = u8();
    }
    if (token === TOKEN.template) return instance(depth);
    if (token === TOKEN.end) return { root: null, values: [] };
    if ((token & ~MORE) !== TOKEN.openElement) throw new DamagedRecord();
    return { root: element((token & MORE) !== 0, depth), values: [] };
  }

  function instance(depth: number): Instance {
    need(5);
    const place = u32();
    const isHere = place === at;
    const root = templateAt(place, depth);
    if (isHere) {
      need(20);
      need(u32());
    }
    const count = u32();
    if (count > MOST_VALUES) throw new DamagedRecord();
    spend(count);
    let start = at + count * 4;
    const values: ValuePlace[] = [];
    for (let index = 0; index < count; index++) {
      const size = u16();
      const type = u8();
      need(1);
      values.push({ type, start, end: start + size });
      start += size;
    }
    if (start > end) throw new DamagedRecord();
    return { root, values };
  }

  function templateAt(place: number, depth: number): Element | null {
    const known = templates.get(place);
    if (known !== undefined) return known;
    const size = readU32(chunk, place + 20);
    const [wasAt, wasEnd] = [at, end];
    at = place + 24;
    end = at + size;
    if (end > chunk.length) throw new DamagedRecord();
    const { root, values } = fragment(depth + 1);
    // A template is no instance of another.
    if (values.length > 0) throw new DamagedRecord();
    [at, end] = [wasAt, wasEnd];
    templates.set(place, root);
    return root;
  }

  return {
    /** What stands between two places of the chunk. @throws DamagedRecord, or what `spend` throws */
    read(from: number, to: number, depth = 0): Instance {
      at = from;
      end = Math.min(to, chunk.length);
      return fragment(depth);
    },
  };
}
export type BinXmlReader = ReturnType<typeof createBinXmlReader>;
