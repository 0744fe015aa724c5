import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEventLog } from '../../../src/shared/diagnostics/eventLog/readEventLog.ts';
import { hex32, int32, nothing, signChunk, texts, writeEventLog } from '../../fixtures/diagnostics/writeEventLog.ts';

const CHANNEL = 'Microsoft-Windows-ModernDeployment-Diagnostics-Provider/Autopilot';
const AT = new Date('2026-03-02T09:02:11.410Z');
const HEADER_BYTES = 4_096;
const CHUNK_BYTES = 65_536;
const ports = {
  crc32: (bytes: Uint8Array, before = 0) => crc32(bytes, before),
  wideText: (bytes: Uint8Array) => Buffer.from(bytes).toString('utf16le'),
  isWanted: () => true,
};
const read = (bytes: Uint8Array) => readEventLog(bytes, ports);
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: 100 + index,
    channel: CHANNEL,
    at: new Date(AT.getTime() + index * 1_000),
    data: { Message1: `name ${index}`, HRESULT: hex32(0x81039024) },
  }));

describe('an event log', () => {
  test('gives number, level, channel, time and data of each event, in whatever form they are written', () => {
    const { events, records, damagedChunks, damagedRecords } = read(
      writeEventLog([
        {
          id: 171,
          level: 2,
          channel: CHANNEL,
          provider: 'Maker',
          at: AT,
          data: {
            HRESULT: hex32(0x81039024),
            ExitCode: int32(-2_145_648_637),
            Names: texts('one', 'two'),
            Empty: nothing,
          },
        },
      ]),
    );
    expect({ records, damagedChunks, damagedRecords }).toEqual({ records: 1, damagedChunks: 0, damagedRecords: 0 });
    expect(events).toEqual([
      {
        id: 171,
        level: 2,
        channel: CHANNEL,
        provider: 'Maker',
        at: AT.toISOString(),
        recordId: 1,
        data: new Map([
          ['HRESULT', '0x81039024'],
          ['ExitCode', '-2145648637'],
          ['Names', 'one, two'],
          ['Empty', ''],
        ]),
      },
    ]);
  });

  test('of several chunks is read whole, with templates that stand once in each', () => {
    const { events, records } = read(writeEventLog(many(120), { perChunk: 50 }));
    expect(records).toBe(120);
    expect(events.map(({ id }) => id)).toEqual(many(120).map(({ id }) => id));
    expect(events.map(({ data }) => data.get('Message1'))).toEqual(many(120).map(({ data }) => data.Message1));
  });

  test('counts the events that nobody wants, and does not read their data', () => {
    const log = writeEventLog(many(20));
    const { events, records } = readEventLog(log, { ...ports, isWanted: (id) => id === 105 });
    expect(records).toBe(20);
    expect(events.map(({ id }) => id)).toEqual([105]);
  });

  test('does not tell who was signed in, nor tokens', () => {
    const data = {
      UserName: 'ada@contoso.example',
      AuthToken: 'eyJ',
      OwnerUPN: 'ada',
      UserSid: 'S-1-5-21',
      State: 'kept',
    };
    const [event] = read(writeEventLog([{ id: 1098, channel: CHANNEL, at: AT, data }])).events;
    expect(event?.data).toEqual(new Map([['State', 'kept']]));
  });

  test('leaves a chunk with a wrong checksum out and says so; the others are read', () => {
    const log = writeEventLog(many(120), { perChunk: 50 });
    log.writeUInt8(log.readUInt8(HEADER_BYTES + CHUNK_BYTES + 700) ^ 1, HEADER_BYTES + CHUNK_BYTES + 700);
    const { events, damagedChunks } = read(log);
    expect(damagedChunks).toBe(1);
    expect(events).toHaveLength(70);
  });

  test('that was copied while Windows wrote it is read without the checksums of its newest chunk', () => {
    const { events, damagedChunks, isDirty } = read(writeEventLog(many(60), { perChunk: 50, isDirty: true }));
    expect({ events: events.length, damagedChunks, isDirty }).toEqual({ events: 60, damagedChunks: 0, isDirty: true });
  });

  test('that was copied so is still held to the checksums of its other chunks', () => {
    const log = writeEventLog(many(60), { perChunk: 50, isDirty: true });
    log.writeUInt8(log.readUInt8(HEADER_BYTES + 700) ^ 1, HEADER_BYTES + 700);
    const { events, damagedChunks } = read(log);
    expect({ events: events.length, damagedChunks }).toEqual({ events: 10, damagedChunks: 1 });
  });

  test('goes on behind a damaged record', () => {
    const log = writeEventLog(many(10));
    const chunk = log.subarray(HEADER_BYTES, HEADER_BYTES + CHUNK_BYTES);
    const second = chunk.indexOf(Buffer.from('2a2a0000', 'hex'), 516);
    chunk.writeUInt32LE(0xffff_fff0, second + 4);
    signChunk(chunk);
    const { events, damagedRecords } = read(log);
    expect(damagedRecords).toBe(1);
    expect(events.map(({ id }) => id)).toEqual([100, 102, 103, 104, 105, 106, 107, 108, 109]);
  });

  test('that is cut within a chunk gives what stands before the cut', () => {
    const log = writeEventLog(many(120), { perChunk: 50 });
    const { events, damagedChunks } = read(log.subarray(0, HEADER_BYTES + CHUNK_BYTES * 2 + 1_000));
    expect({ events: events.length, damagedChunks }).toEqual({ events: 100, damagedChunks: 1 });
  });

  test('is no event log without its signature', () => {
    expect(read(Buffer.from('some text'))).toMatchObject({ isEventLog: false, records: 0, events: [] });
  });

  test('never throws and ends soon, whatever is changed in it', () => {
    const whole = writeEventLog(many(60), { perChunk: 30 });
    const change = fc.tuple(fc.nat({ max: CHUNK_BYTES * 2 - 1 }), fc.nat({ max: 255 }));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 40 }), fc.boolean(), (changes, isNear) => {
        const log = Buffer.from(whole);
        for (const [place, byte] of changes) log[HEADER_BYTES + (isNear ? 512 + (place % 3_000) : place)] = byte;
        for (const start of [HEADER_BYTES, HEADER_BYTES + CHUNK_BYTES]) {
          const chunk = log.subarray(start, start + CHUNK_BYTES);
          if (chunk.readUInt32LE(48) <= CHUNK_BYTES && chunk.readUInt32LE(48) >= 512) signChunk(chunk);
        }
        const began = performance.now();
        const { events, records } = read(log);
        expect(events.length).toBeLessThanOrEqual(records);
        expect(performance.now() - began).toBeLessThan(10_000);
      }),
      { numRuns: 300 },
    );
  });

  test('never throws on bytes that are no log behind a right signature', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20_000 }), (bytes) => {
        const log = Buffer.concat([Buffer.from('ElfFile\0'), Buffer.alloc(4_088), Buffer.from('ElfChnk\0'), bytes]);
        expect(read(log).events).toEqual([]);
      }),
    );
  });
});
