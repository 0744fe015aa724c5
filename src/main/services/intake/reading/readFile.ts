import { fileKindOf } from '../../../../shared/intake/fileKind.ts';
import { intakeIssue, type IntakeIssue } from '../../../../shared/intake/intakeIssues.ts';
import { readArchive } from './readArchive.ts';
import { encodingOf } from './decodeText.ts';
import type { FileReading, ReadingContext } from './fileReading.ts';
import { readTextFile } from './readTextFile.ts';

/** Reads one file, whatever it is: the rows of a hash file, those in an archive, or the reason why there are none. */
export async function readFile(name: string, bytes: Buffer, context: ReadingContext): Promise<readonly FileReading[]> {
  return readNamed({ name, entry: null }, bytes, context);
}

async function readNamed(
  names: Pick<FileReading, 'name' | 'entry'>,
  bytes: Buffer,
  context: ReadingContext,
): Promise<readonly FileReading[]> {
  const encoding = encodingOf(bytes);
  const common = { ...names, encoding: encoding.encoding, bom: encoding.bom };
  const refused = (...issues: readonly IntakeIssue[]): FileReading => ({
    ...common,
    delimiter: null,
    dialect: 'unknown',
    rules: 'unknown',
    rows: [],
    issues,
    mapping: null,
  });
  const kind = fileKindOf(bytes, encoding.encoding);
  switch (kind.kind) {
    case 'text':
      return [{ ...common, ...(await readTextFile(bytes, encoding, context)) }];
    case 'workbook':
      return [refused(intakeIssue('file.workbook', 'file'))];
    case 'other':
      return [refused(intakeIssue('file.not-text', 'file', { kind: kind.name }))];
    case 'zip':
    case 'cab': {
      const { readings, issues } = await readArchive(kind.kind, bytes, ({ path, bytes: content }) =>
        readNamed({ ...names, entry: path }, content, context),
      );
      const [first, ...others] = readings;
      return first === undefined
        ? [refused(...issues)]
        : [{ ...first, issues: [...issues, ...first.issues] }, ...others];
    }
  }
}
