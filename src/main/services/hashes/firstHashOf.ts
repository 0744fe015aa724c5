import { detectLayout } from '../../../shared/intake/detectLayout.ts';
import { createLineSplitter } from '../../../shared/intake/lineSplitter.ts';
import { readOa3Report } from '../../../shared/intake/readOa3Report.ts';
import { readPropertyList } from '../../../shared/intake/readPropertyList.ts';
import { readRecord } from '../../../shared/intake/readRecord.ts';
import { createRecordReader } from '../../../shared/intake/recordReader.ts';

/** The first row of a file stands within this, whatever comes in front of it. */
const SEARCHED_CHARACTERS = 1_048_576;

/** The hash that a text holds; the text itself where it is no file of a known kind. */
export function firstHashOf(text: string): string {
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
