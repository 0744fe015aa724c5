import { fileKindOf } from '../../../../shared/intake/fileKind.ts';
import { intakeIssue } from '../../../../shared/intake/intakeIssues.ts';
import type { Issue } from '../../../../shared/intake/issue.ts';
import { readArchive } from '../archives/readArchive.ts';
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
  const refused = (...issues: readonly Issue[]): FileReading => ({
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
    case 'workbook': {
      const message = 'This is an Excel workbook. Use the original CSV; saving hashes from Excel often damages them.';
      return [refused(intakeIssue('file.workbook', 'file', message))];
    }
    case 'other': {
      const message = `The file is ${kind.name}, and no list of devices. Choose the file with the hashes.`;
      return [refused(intakeIssue('file.not-text', 'file', message))];
    }
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
