import type { HashHandlers } from '../../../shared/api/contract/hashes.ts';
import { inspectHardwareHash } from '../../../shared/hashes/inspectHardwareHash.ts';
import { detectLayout } from '../../../shared/intake/detectLayout.ts';
import { createLineSplitter } from '../../../shared/intake/lineSplitter.ts';
import { readOa3Report } from '../../../shared/intake/readOa3Report.ts';
import { readPropertyList } from '../../../shared/intake/readPropertyList.ts';
import { readRecord } from '../../../shared/intake/readRecord.ts';
import { createRecordReader } from '../../../shared/intake/recordReader.ts';
import { tellIssue } from '../../../shared/intake/tellIssue.ts';
import type { ServiceContext } from '../serviceContext.ts';
import { sha256 } from './hashInspector.ts';

/** The first row of a file stands within this, whatever comes in front of it. */
const SEARCHED_CHARACTERS = 1_048_576;

/** Looks at one hardware hash: a bare one, that of a CSV's first row, or that of an OA3 report. */
export function createHashesService({ ports: { clock } }: ServiceContext): HashHandlers {
  return {
    'hashes.inspect': ({ text, showHash }) => {
      const { state, characters, bytes, total, checksum, fields, records, issues, canonical } = inspectHardwareHash(
        firstHashOf(text),
        { sha256, now: clock.now() },
      );
      const answer = {
        state,
        characters,
        bytes,
        total,
        checksum,
        records: [...records],
        issues: issues.map(tellIssue),
      };
      return {
        ...answer,
        fields: { ...fields, macAddresses: [...fields.macAddresses] },
        ...(showHash && canonical !== null ? { hash: canonical } : {}),
      };
    },
  };
}

/** The hash that a text holds; the text itself where it is no file of a known kind. */
function firstHashOf(text: string): string {
  const splitter = createLineSplitter();
  const lines = [...splitter.push(text.slice(0, SEARCHED_CHARACTERS)), ...splitter.end()];
  if (lines.length === 0) return text;
  const layout = detectLayout(lines.slice(0, 50));
  if (layout.kind === 'text' && layout.dialect === 'oa3-xml') return readOa3Report(text).hashes[0]?.text ?? '';
  if (layout.kind === 'text' && layout.dialect === 'property-list') {
    const objects = readPropertyList(lines).map(({ record, columns }) => readRecord(record, columns, (value) => value));
    return objects.find(({ hashText }) => hashText !== null)?.hashText ?? '';
  }
  if (layout.kind !== 'table' || !layout.columns.includes('hardwareHash')) return text;
  const records = createRecordReader(layout.delimiter);
  const [first] = [...records.push(lines), ...records.end()].filter(({ line }) => line > layout.headerLine);
  return first === undefined ? '' : (readRecord(first, layout.columns, (value) => value).hashText ?? '');
}
