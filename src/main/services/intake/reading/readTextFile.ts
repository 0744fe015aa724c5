import type { DetectedEncoding } from '../../../../shared/intake/detectEncoding.ts';
import { intakeIssue, type IntakeIssue } from '../../../../shared/intake/intakeIssues.ts';
import { createLineCollector, type LineCollector } from '../../../../shared/intake/lineCollector.ts';
import { createLineSplitter, type SourceLine } from '../../../../shared/intake/lineSplitter.ts';
import { createSoftLineJoiner, isQuotedPrintable } from '../../../../shared/intake/quotedPrintable.ts';
import { bodyReaderFor, refusedBody } from './bodyReader.ts';
import { decodeText } from './decodeText.ts';
import type { Body, BodyReader, ReadingContext } from './fileReading.ts';

const SAMPLE_LINES = 50;
const SAMPLE_CHARACTERS = 400_000;
/** Lines between two pauses. */
const STEP_LINES = 500;

/** Reads the text of a file: finds its layout by its first lines and reads the rest accordingly. */
export async function readTextFile(bytes: Buffer, encoding: DetectedEncoding, context: ReadingContext): Promise<Body> {
  const splitter = createLineSplitter();
  const reader = sampledReader(context);
  const noise = { nuls: 0, lost: 0 };
  const changes = createLineCollector();
  let isChanged = false;

  const take = async (lines: readonly SourceLine[], bytesDone: number): Promise<boolean> => {
    const [first] = lines;
    if (isChanged && first !== undefined) {
      changes.add(first.line);
      isChanged = false;
    }
    for (let start = 0; start < lines.length; start += STEP_LINES) {
      if (!reader.push(lines.slice(start, start + STEP_LINES))) return false;
      await context.pause(bytesDone);
    }
    return true;
  };

  for (const { text, bytesDone, isOtherEncoding } of decodeText(bytes, encoding)) {
    if (isOtherEncoding) isChanged = true;
    if (text.includes('\uFFFD')) noise.lost++;
    const hasNuls = text.includes('\0');
    if (hasNuls) noise.nuls++;
    if (!(await take(splitter.push(hasNuls ? text.replaceAll('\0', '') : text), bytesDone))) break;
    await context.pause(bytesDone);
  }
  await take(splitter.end(), bytes.length);
  const body = reader.end();
  return { ...body, issues: [...encodingIssues(encoding, changes), ...noiseIssues(noise), ...body.issues] };
}

/** Holds the first lines back until there are enough of them to choose a reader by. */
function sampledReader(context: ReadingContext): BodyReader {
  const sample: SourceLine[] = [];
  let characters = 0;
  let chosen: BodyReader | null = null;

  function choose(): { readonly reader: BodyReader; readonly wantsMore: boolean } {
    const first = sample.slice(0, SAMPLE_LINES);
    const reader = isQuotedPrintable(first) ? unwrappingReader(first, context) : bodyReaderFor(first, context);
    chosen = reader;
    return { reader, wantsMore: reader.push(sample) };
  }

  return {
    push(lines) {
      if (chosen !== null) return chosen.push(lines);
      sample.push(...lines);
      for (const { text } of lines) characters += text.length;
      return sample.length < SAMPLE_LINES && characters < SAMPLE_CHARACTERS ? true : choose().wantsMore;
    },
    end() {
      if (chosen !== null) return chosen.end();
      if (sample.length > 0) return choose().reader.end();
      return refusedBody('unknown', [intakeIssue('file.empty', 'file')]);
    },
  };
}

/** Reads what a mail had wrapped. */
function unwrappingReader(sample: readonly SourceLine[], context: ReadingContext): BodyReader {
  const trial = createSoftLineJoiner();
  const reader = bodyReaderFor([...trial.push(sample), ...trial.end()], context);
  const joiner = createSoftLineJoiner();
  return {
    push: (lines) => reader.push(joiner.push(lines)),
    end() {
      reader.push(joiner.end());
      const body = reader.end();
      return { ...body, issues: [intakeIssue('file.quoted-printable', 'file'), ...body.issues] };
    },
  };
}

function encodingIssues({ isWrongMark }: DetectedEncoding, changes: LineCollector): IntakeIssue[] {
  const issues: IntakeIssue[] = [];
  if (isWrongMark) issues.push(intakeIssue('file.wrong-mark', 'file'));
  if (changes.count() > 0) issues.push(intakeIssue('file.mixed-encoding', 'file', { lines: changes.lines() }));
  return issues;
}

function noiseIssues({ nuls, lost }: { readonly nuls: number; readonly lost: number }): IntakeIssue[] {
  const issues: IntakeIssue[] = [];
  if (nuls > 0) issues.push(intakeIssue('file.nul-characters', 'file'));
  if (lost > 0) issues.push(intakeIssue('file.lost-characters', 'file'));
  return issues;
}
