import { createHash } from 'node:crypto';
import { open, readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { crc32 } from 'node:zlib';
import { archiveWords } from '../../shared/diagnostics/archiveWords.ts';
import { diagnosticKindOf, givenKindOf, nameOf, type DiagnosticFile } from '../../shared/diagnostics/diagnosticFile.ts';
import { createEvidence, type DiagnosticPorts, type Evidence } from '../../shared/diagnostics/evidence.ts';
import { archiveKindOf } from '../../shared/intake/canHoldHash.ts';
import { fileKindOf } from '../../shared/intake/fileKind.ts';
import { intakeIssue, type IntakeIssue } from '../../shared/intake/intakeIssues.ts';

import { MOST_ENTRIES } from '../archives/archive.ts';
import { unpack } from '../archives/unpack.ts';
import { openText, textPieces } from '../openText.ts';

/** What was given as one device: an archive, a folder, or the files that were named by themselves. */
export interface ReadDiagnostics {
  readonly path: string;
  readonly shape: 'zip' | 'cab' | 'folder' | 'files';
  /** Archives within it, as the one that Intune collects has one. */
  readonly archives: readonly string[];
  readonly files: readonly DiagnosticFile[];
  /** What could not be opened, in sentences. */
  readonly problems: readonly string[];
  readonly evidence: Evidence;
}

/** All that the files of one device may unpack to. */
const MOST_BYTES = 536_870_912;
/** One file or archive as it lies on the disk. */
const LARGEST_FILE_BYTES = 1_073_741_824;
const TOO_LARGE =
  'The archive is larger than Reseal reads. Unpack it, take out traces and setup logs, and name the folder.';
/** By which an archive is known. */
const BEGINNING_BYTES = 4_096;
/** Intune's ZIP, the collector's cabinet in it, and one more that somebody made of them. */
const DEEPEST = 3;

/**
 * Reads archives, folders and single files of diagnostics. Each archive or folder is one device; the files that are named by themselves
 * are one together. Nothing is written, and nobody is asked.
 * @throws NodeJS.ErrnoException with its path where one cannot be read
 */
export async function readPaths(paths: readonly string[], now: Date): Promise<readonly ReadDiagnostics[]> {
  const devices: ReadDiagnostics[] = [];
  const single: string[] = [];
  for (const path of paths) {
    if ((await stat(path)).isDirectory()) devices.push(await readFolder(path, now));
    else {
      const archive = await readIfArchive(path, now);
      if (archive === null) single.push(path);
      else devices.push(archive);
    }
  }
  const [first] = single;
  if (first === undefined) return devices;
  const reading = createReading(now);
  for (const path of single) await reading.addFromDisk(path, basename(path), { isGiven: true });
  return [...devices, reading.end(single.length === 1 ? first : single.join(', '), 'files')];
}

async function readFolder(path: string, now: Date): Promise<ReadDiagnostics> {
  const reading = createReading(now);
  const found = (await readdir(path, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const files = found.map((entry) => join(entry.parentPath, entry.name)).sort();
  if (files.length > MOST_ENTRIES) {
    reading.tell(
      `Only the first ${MOST_ENTRIES} of ${files.length} files were looked at. Name the folder of one device.`,
    );
  }
  for (const file of files.slice(0, MOST_ENTRIES)) {
    await reading.addFromDisk(file, relative(path, file).replaceAll(sep, '/'), { isGiven: false });
  }
  return reading.end(path, 'folder');
}

/** Null where it is no archive, by its first bytes. */
async function readIfArchive(path: string, now: Date): Promise<ReadDiagnostics | null> {
  const kind = fileKindOf(await firstBytes(path), 'ascii').kind;
  if (kind !== 'zip' && kind !== 'cab') return null;
  const reading = createReading(now);
  if ((await stat(path)).size > LARGEST_FILE_BYTES) reading.tell(TOO_LARGE);
  else reading.addArchive(kind, await readFile(path), '', 1);
  return reading.end(path, kind);
}

async function firstBytes(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(BEGINNING_BYTES), 0, BEGINNING_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Takes the files of one device as they come, within what may be unpacked. */
function createReading(now: Date) {
  const evidence = createEvidence({ sha256, wideText, crc32: (bytes, before = 0) => crc32(bytes, before), now });
  const files: DiagnosticFile[] = [];
  const archives: string[] = [];
  const problems: string[] = [];
  let bytesLeft = MOST_BYTES;

  const tell = (...issues: readonly IntakeIssue[]): void => {
    problems.push(...issues.map((issue) => archiveWords(issue)));
  };

  function addFile(path: string, bytes: Buffer, kind = diagnosticKindOf(path)): void {
    const state = evidence.add({ path, bytes, kind, open: () => openText(bytes), pieces: () => textPieces(bytes) });
    files.push({ path, kind, bytes: bytes.length, state });
  }

  function addArchive(kind: 'zip' | 'cab', content: Buffer, above: string, depth: number): void {
    const unpacked = unpack(kind, content, above, { isWanted: isWantedInArchive, mostBytes: bytesLeft });
    tell(...unpacked.issues);
    for (const path of unpacked.skipped)
      files.push({ path, kind: diagnosticKindOf(path), bytes: null, state: 'listed' });
    for (const path of unpacked.refused)
      files.push({ path, kind: diagnosticKindOf(path), bytes: null, state: 'refused' });
    for (const { path, bytes } of unpacked.entries) {
      bytesLeft -= bytes.length;
      addContent(path, bytes, depth);
    }
  }

  function addContent(path: string, bytes: Buffer, depth: number): void {
    const inner = archiveKindOf(path) === null ? null : fileKindOf(bytes, 'ascii').kind;
    if (inner !== 'zip' && inner !== 'cab') addFile(path, bytes);
    else if (depth >= DEEPEST) tell(intakeIssue('archive.nested', 'file', { path }));
    else {
      archives.push(path);
      addArchive(inner, bytes, `${path}/`, depth + 1);
    }
  }

  return {
    addArchive,
    tell: (sentence: string): void => {
      problems.push(sentence);
    },
    async addFromDisk(path: string, shown: string, { isGiven }: { readonly isGiven: boolean }): Promise<void> {
      const kind = isGiven ? givenKindOf(shown) : diagnosticKindOf(shown);
      const isNeeded = kind !== 'unknown' && kind !== 'passedOver';
      const { size } = await stat(path);
      const refuse = (sentence: string): void => {
        files.push({ path: shown, kind, bytes: size, state: 'refused' });
        problems.push(sentence);
      };
      if (!isNeeded && !isWantedInArchive(shown)) {
        files.push({ path: shown, kind, bytes: size, state: 'listed' });
        return;
      }
      if (size > bytesLeft) {
        refuse(`${shown} is larger than Reseal reads. Leave it out, or name the other files by themselves.`);
        return;
      }
      const bytes = await readFile(path).catch(() => null);
      if (bytes === null) {
        refuse(`${shown} cannot be read by this account. Copy the folder to where it can be.`);
        return;
      }
      bytesLeft -= bytes.length;
      if (isNeeded) addFile(shown, bytes, kind);
      else addContent(shown, bytes, 1);
    },
    end(path: string, shape: ReadDiagnostics['shape']): ReadDiagnostics {
      const hasRead = files.some(({ state }) => state === 'read' || state === 'damaged');
      if (!hasRead && problems.length === 0) problems.push('There is nothing in it that Reseal reads of diagnostics.');
      return { path, shape, archives, files, problems, evidence: evidence.end() };
    },
  };
}

/** What is unpacked: what a reader takes, and archives but that of the licenses. */
function isWantedInArchive(path: string): boolean {
  const kind = diagnosticKindOf(path);
  if (kind === 'unknown') return archiveKindOf(path) !== null && nameOf(path) !== '';
  return kind !== 'passedOver';
}

const wideText: DiagnosticPorts['wideText'] = ({ buffer, byteOffset, length }) =>
  Buffer.from(buffer, byteOffset, length).toString('utf16le');

const sha256: DiagnosticPorts['sha256'] = (bytes) => createHash('sha256').update(bytes).digest();
