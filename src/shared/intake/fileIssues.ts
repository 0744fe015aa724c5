import { neutralFormatter } from '../format/neutralFormatter.ts';
import { error, info, warning } from './issueCatalogue.ts';
import { lineWords, rangeWords, type LineRange, type Lines } from './lineWords.ts';
import { quotedWords } from './quotedWords.ts';

/** Names that a sentence still takes in. */
const MOST_NAMES = 10;
const HASH_FILE_ALONE = 'import the hash file alone.';

interface Span {
  readonly span: LineRange;
}
interface Where {
  readonly lines: Lines;
}
interface Paths {
  readonly paths: readonly string[];
}
type XmlProblem =
  | { readonly kind: 'other'; readonly span: LineRange }
  | { readonly kind: 'broken'; readonly line: number }
  | { readonly kind: 'empty' };
type ArchiveLimit =
  { readonly kind: 'bytes'; readonly mostBytes: number } | { readonly kind: 'files'; readonly of: 'zip' | 'cab' };

/** Every code about a file or an archive as a whole, and its words. */
export const FILE_ISSUES = {
  'file.empty': error(
    'The file holds nothing, or nothing but blank lines.',
    () => 'The file is empty. Export it again.',
  ),
  'file.no-rows': warning('The file holds a header and no row.', () => 'The file has a header and no rows.'),
  'file.not-text': error(
    'The file is not text (a picture, a program, a database); its kind is named.',
    ({ kind }: { readonly kind: string }) =>
      `The file is ${kind}, and no list of devices. Choose the file with the hashes.`,
  ),
  'file.workbook': error(
    'The file is an Excel workbook; it has to be saved as CSV.',
    () => 'This is an Excel workbook. Use the original CSV; saving hashes from Excel often damages them.',
  ),
  'file.no-hash-column': error(
    'The file has a header and no column with a hash, such as an Endpoint analytics export.',
    ({ span, isAnalytics }: Span & { readonly isAnalytics: boolean }) => {
      const what = isAnalytics
        ? 'This looks like an Endpoint analytics export, which holds'
        : 'The columns of this file hold';
      return `${what} no hardware hash, so no device can be registered from it. Nothing was read (${rangeWords(span)}). Export the hashes on the devices or from Configuration Manager.`;
    },
  ),
  'file.unknown-layout': error(
    'The columns are not known and none holds a hash; a person can say what they hold.',
    ({ span }: Span) =>
      `The file holds no hardware hash and no columns that Reseal knows. Nothing was read (${rangeWords(span)}). Say what the columns hold, or export the file again.`,
  ),
  'file.columns-guessed': warning(
    'The columns are not known; they were guessed by what they hold.',
    () => 'The columns of this file are not known; they were guessed. Confirm what each one holds.',
  ),
  'file.profile-json': error(
    'An Autopilot profile (AutopilotConfigurationFile.json), which brings no device in.',
    ({ span }: Span) =>
      `This is an Autopilot profile for existing devices, and no list of devices (${rangeWords(span)}). It belongs on the device, in C:\\Windows\\Provisioning\\Autopilot; in Reseal, profiles come from the tenant.`,
  ),
  'file.json': error(
    'Some other JSON file, which brings no device in.',
    ({ span }: Span) => `The file is JSON that holds no hash list. Nothing was read (${rangeWords(span)}).`,
  ),
  'file.xml': error('The file looks like XML and is no OA3 report, or is not well-formed.', (problem: XmlProblem) => {
    switch (problem.kind) {
      case 'other':
        return `The file is XML, but no OA3 report. Nothing was read (${rangeWords(problem.span)}).`;
      case 'broken':
        return `The report stops being XML in line ${problem.line}; what comes after was not read. Export it again.`;
      case 'empty':
        return 'The report holds no HardwareHash. Write it again with oa3tool /Report.';
    }
  }),
  'file.too-long': error(
    'The file begins like one hash or one report, and is far too long for it.',
    () => 'The file begins like one hash or one report and is far too large for it. Export it again.',
  ),
  'file.title-lines': info(
    'Lines above the header that are neither header nor row.',
    ({ lines }: Where) => `Neither header nor row, so not used: ${lineWords(lines)}.`,
  ),
  'file.repeated-header': info(
    'A header that stands again between the rows, as in files that were joined.',
    ({ lines }: Where) => `A header stands again in ${lineWords(lines)}, as in files that were joined.`,
  ),
  'file.separator-line': info(
    'A line that only tells Excel which delimiter the file uses.',
    ({ lines }: Where) => `Only tells Excel the delimiter: ${lineWords(lines)}.`,
  ),
  'file.header-of-identifiers': info(
    'A header in a file of corporate identifiers, which has none in Intune.',
    () => 'Corporate identifiers have no header in Intune; the first line was read as one.',
  ),
  'file.unassigned-columns': warning(
    'Columns hold values that are not used, since it is not known what they are; a person can say so.',
    ({ names }: { readonly names: readonly string[] }) =>
      `Reseal does not know what these columns hold, so their values are not used: ${quotedWords(names)}. If one of them matters, say what it holds: with “Say what the columns hold” in the preview, or with import --columns.`,
  ),
  'file.extra-columns': info(
    'Columns without a value that are not used; they are named.',
    ({ names }: { readonly names: readonly string[] }) => `Not used: ${quotedWords(names)}.`,
  ),
  'file.empty-rows': info(
    'Lines that hold delimiters and no value.',
    ({ lines }: Where) => `Delimiters without any value: ${lineWords(lines)}.`,
  ),
  'file.footer-lines': info(
    'Lines that hold no value for any column that is used.',
    ({ lines }: Where) => `No value in a column that is used: ${lineWords(lines)}.`,
  ),
  'file.nul-characters': info(
    'NUL characters were left out.',
    () => 'The file holds NUL characters; they were left out.',
  ),
  'file.lost-characters': warning(
    'Characters could not be read in the encoding of the file.',
    () => 'Some characters do not fit the encoding of the file. Compare names and tags with the original.',
  ),
  'file.wrong-mark': warning(
    'The byte-order mark is of another encoding than the text, as after LibreOffice.',
    () =>
      'The file begins with a byte-order mark that its text does not follow, as after LibreOffice had opened a UTF-16 list.',
    () => 'The mark was ignored, and the text read as what it is.',
  ),
  'file.quoted-printable': warning(
    'A mail wrapped the lines of the file (quoted-printable).',
    () => 'The lines of the file are wrapped, and end in equals signs, as a mail sends them.',
    () => 'The lines were joined again.',
  ),
  'file.mixed-encoding': warning(
    'The encoding changes inside the file, as where rows were appended with another tool.',
    ({ lines }: Where) =>
      `The encoding changes at ${lineWords(lines)}: UTF-16 and other text stand in one file, as after rows were appended with another tool.`,
    () => 'Each part was read in its own encoding.',
  ),
  'file.too-many-rows': error(
    'The file holds more rows than Reseal reads at once.',
    ({ most, lines }: Where & { readonly most: number }) =>
      `Reseal reads ${neutralFormatter.number(most)} rows of a file; nothing from ${lineWords(lines)} on was read. Split the file.`,
  ),
  'archive.entry': info(
    'Which file of the archive the rows come from.',
    ({ entry }: { readonly entry: string }) => `Read from ${entry} in the archive.`,
  ),
  'archive.skipped': info(
    'Files of the archive that hold no hash by their name.',
    ({ paths }: Paths) => `Not looked at, or without hashes: ${pathWords(paths)}.`,
  ),
  'archive.no-hash-file': error(
    'The archive holds no file with hashes.',
    ({ paths }: Paths) =>
      `The archive holds no file with hashes (${pathWords(paths)}). Export the hash on the device again.`,
  ),
  'archive.path': warning(
    'A name in the archive points outside of it; it was used as a name only.',
    ({ readAs }: { readonly readAs: string }) =>
      `A name in the archive points outside of it; it was read as ${readAs}.`,
  ),
  'archive.damaged': error(
    'The archive, or the named files in it, are damaged: they cannot be unpacked, or their checksum is wrong.',
    ({ kind, paths }: { readonly kind: 'zip' | 'cab'; readonly paths: readonly string[] | null }) => {
      if (paths !== null) {
        return `Damaged in the archive, so not read: ${pathWords(paths)}. What is unpacked is cut, or does not fit its checksum. Export it again on the device.`;
      }
      return kind === 'cab'
        ? 'The cabinet file is damaged. Export it again on the device.'
        : `The archive is damaged, or not all of it is there. Export it again, or unpack it and ${HASH_FILE_ALONE}`;
    },
  ),
  'archive.password': error(
    'Files of the archive are protected with a password.',
    ({ paths }: Paths) =>
      `Protected with a password, so not read: ${pathWords(paths)}. Unpack the archive yourself and ${HASH_FILE_ALONE}`,
  ),
  'archive.compression': error(
    'Files of the archive are packed in a way that Reseal does not read.',
    ({ kind, paths }: Paths & { readonly kind: 'zip' | 'cab' | 'cabInParts' }) => {
      const names = pathWords(paths);
      switch (kind) {
        case 'zip':
          return `Packed with a compression that Reseal does not read: ${names}. Unpack the archive on Windows and ${HASH_FILE_ALONE}`;
        case 'cab':
          return `Packed in a way that Reseal does not read (LZX or Quantum): ${names}. Unpack the cabinet on Windows with “expand” and ${HASH_FILE_ALONE}`;
        case 'cabInParts':
          return `The cabinet is one of several parts, and others hold a part of ${names}. Unpack all of them on Windows and ${HASH_FILE_ALONE}`;
      }
    },
  ),
  'archive.too-large': error('The archive unpacks to more than Reseal accepts.', (limit: ArchiveLimit) =>
    limit.kind === 'files'
      ? `The ${limit.of === 'cab' ? 'cabinet' : 'archive'} lists too many files.`
      : `The archive unpacks to more than ${neutralFormatter.megabytes(limit.mostBytes)}, which no diagnostics archive does. Unpack it yourself and ${HASH_FILE_ALONE}`,
  ),
  'archive.overlap': error(
    'Files of the cabinet lie on top of each other, which no program writes; nothing of it is read.',
    () =>
      'Files of the cabinet lie on top of each other, which no program writes. Nothing of it was read. Export it again on the device.',
  ),
  'archive.nested': error(
    'Archives within archives, deeper than Reseal looks.',
    ({ path }: { readonly path: string }) => `Archives within archives, too deep to look into: ${path}.`,
  ),
} as const;

function pathWords(paths: readonly string[]): string {
  if (paths.length === 0) return 'it is empty';
  const names = paths.slice(0, MOST_NAMES).join(', ');
  return paths.length > MOST_NAMES ? `${names} and ${neutralFormatter.number(paths.length - MOST_NAMES)} more` : names;
}
