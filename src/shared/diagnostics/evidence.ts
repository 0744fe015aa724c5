import type { Sha256 } from '../hashes/readContainer.ts';
import type { EncodingName } from '../intake/vocabulary.ts';
import { nameOf, type DiagnosticFile, type DiagnosticKind } from './diagnosticFile.ts';
import { logOfChannel, logOfFile, type DiagnosticLog } from './eventLog/channel.ts';
import type { LogEvent } from './eventLog/evtxFile.ts';
import type { WideText } from './eventLog/binXml.ts';
import { readEventLog, type Crc32 } from './eventLog/readEventLog.ts';
import { readRegistryText } from './registry/readRegistryText.ts';
import { registryView, type RegistryView } from './registry/registryView.ts';
import { createAgentLogReader, type AgentLogFacts } from './text/agentLogReader.ts';
import { readDeviceProfile, type DeviceProfile } from './text/readDeviceProfile.ts';
import { readFootprint, type Footprint } from './text/readFootprint.ts';
import { readHashFile, type HashFacts } from './text/readHashFile.ts';
import { readManagementReport, type ManagementReport } from './text/readManagementReport.ts';
import { readToolOutput, type ToolOutput } from './text/readToolOutput.ts';

/** The text of a file, in the encoding that all of its bytes fit. */
export interface DiagnosticText {
  readonly text: string;
  readonly encoding: EncodingName;
  readonly hasMark: boolean;
}

/** A file with its content. */
export interface DiagnosticContent {
  readonly path: string;
  readonly kind: DiagnosticKind;
  readonly bytes: Uint8Array;
  readonly open: () => DiagnosticText;
  /** The same text in pieces, for logs of any size. */
  readonly pieces: () => Iterable<string>;
}

export interface DiagnosticPorts {
  readonly sha256: Sha256;
  readonly crc32: Crc32;
  readonly wideText: WideText;
  readonly now: Date;
}

/** Something with the file that tells it. */
export interface FromFile<Value> {
  readonly file: string;
  readonly value: Value;
}

/** An event with its log and file. */
export interface SourcedEvent extends LogEvent {
  readonly log: DiagnosticLog;
  readonly file: string;
}

export interface ReadRegistry {
  readonly file: string;
  readonly isDump: boolean;
  readonly encoding: EncodingName;
  readonly hasMark: boolean;
  readonly keys: number;
  readonly strangeLines: number;
}

export interface ReadEventLog {
  readonly file: string;
  readonly log: DiagnosticLog | null;
  readonly records: number;
  readonly damagedChunks: number;
  readonly damagedRecords: number;
  readonly isCut: boolean;
  readonly isEventLog: boolean;
}

/** Everything that was read of the files of one device. */
export interface Evidence {
  readonly registry: RegistryView;
  readonly registries: readonly ReadRegistry[];
  /** By time; those without one at the end. */
  readonly events: readonly SourcedEvent[];
  readonly eventLogs: readonly ReadEventLog[];
  readonly agentLogs: readonly FromFile<AgentLogFacts>[];
  readonly profile: FromFile<DeviceProfile> | null;
  readonly hash: FromFile<HashFacts> | null;
  readonly report: FromFile<ManagementReport> | null;
  readonly attestationKey: FromFile<ToolOutput> | null;
  readonly tpmTexts: readonly FromFile<ToolOutput>[];
  readonly footprints: readonly FromFile<Footprint>[];
}

/** What is read of each file by its kind; a reader adds what it finds. */
export function createEvidence(ports: DiagnosticPorts) {
  const registryTexts: { file: string; isDump: boolean; text: ReturnType<typeof readRegistryText> }[] = [];
  const registries: ReadRegistry[] = [];
  const events: SourcedEvent[] = [];
  const eventLogs: ReadEventLog[] = [];
  const agentLogs: FromFile<AgentLogFacts>[] = [];
  const tpmTexts: FromFile<ToolOutput>[] = [];
  const footprints: FromFile<Footprint>[] = [];
  let profile: FromFile<DeviceProfile> | null = null;
  let hash: FromFile<HashFacts> | null = null;
  let report: FromFile<ManagementReport> | null = null;
  let attestationKey: FromFile<ToolOutput> | null = null;

  function addRegistry({ path: file, open }: DiagnosticContent, isDump: boolean): boolean {
    const { text, encoding, hasMark } = open();
    const read = readRegistryText(text);
    if (read.keys.length === 0 && read.removedKeys.length === 0) return false;
    registryTexts.push({ file, isDump, text: read });
    registries.push({ file, isDump, encoding, hasMark, keys: read.keys.length, strangeLines: read.strangeLines });
    return true;
  }

  function addEventLog({ path: file, bytes }: DiagnosticContent): boolean {
    const { events: found, ...read } = readEventLog(bytes, {
      crc32: ports.crc32,
      wideText: ports.wideText,
      isWanted: (_id, channel) => (logOfChannel(channel) ?? logOfFile(nameOf(file))) !== null,
    });
    const log = logOfFile(nameOf(file)) ?? logOfChannel(found[0]?.channel ?? '');
    eventLogs.push({ file, log, ...read });
    for (const event of found) {
      const ofEvent = logOfChannel(event.channel) ?? log;
      if (ofEvent !== null) events.push({ ...event, log: ofEvent, file });
    }
    return read.isEventLog && read.damagedChunks === 0;
  }

  return {
    /** Reads one file. Whether it could be read; a file of no known kind is only listed. */
    add(content: DiagnosticContent): DiagnosticFile['state'] {
      const { path: file, kind } = content;
      const stateOf = (isRead: boolean) => (isRead ? 'read' : 'damaged');
      switch (kind) {
        case 'registryDump':
        case 'registryExport':
          return stateOf(addRegistry(content, kind === 'registryDump'));
        case 'eventLog':
          return stateOf(addEventLog(content));
        case 'agentLog': {
          const reader = createAgentLogReader();
          for (const piece of content.pieces()) reader.push(piece);
          const value = reader.end();
          agentLogs.push({ file, value });
          return stateOf(value.entries > 0 || content.bytes.length === 0);
        }
        case 'profile': {
          const value = readDeviceProfile(content.open().text);
          if (value === null) return 'damaged';
          profile ??= { file, value };
          return 'read';
        }
        case 'hash': {
          const value = readHashFile(content.open().text, ports);
          if (value === null) return 'damaged';
          hash ??= { file, value };
          return stateOf(value.hash !== null);
        }
        case 'managementReport': {
          const value = readManagementReport(content.open().text);
          report ??= { file, value };
          return stateOf(value.isWhole);
        }
        case 'attestationKey': {
          attestationKey ??= { file, value: readToolOutput(content.open().text) };
          return 'read';
        }
        case 'tpm':
          tpmTexts.push({ file, value: readToolOutput(content.open().text) });
          return 'read';
        case 'footprint':
        case 'commandLine':
          footprints.push({ file, value: readFootprint(content.open().text) });
          return 'read';
        case 'passedOver':
        case 'unknown':
          return 'listed';
      }
    },
    end(): Evidence {
      const believed = registryTexts.toSorted((one, other) => Number(other.isDump) - Number(one.isDump));
      return {
        registry: registryView(believed),
        registries,
        events: events.toSorted(byTime),
        eventLogs,
        agentLogs,
        profile,
        hash,
        report,
        attestationKey,
        tpmTexts,
        footprints,
      };
    },
  };
}

const byTime = (one: SourcedEvent, other: SourcedEvent): number =>
  one.at === other.at ? one.recordId - other.recordId : (one.at ?? '~') < (other.at ?? '~') ? -1 : 1;
