import type { Issue } from './issue.ts';

interface IssueKind {
  readonly severity: Issue['severity'];
  /** One line for the documentation. */
  readonly meaning: string;
}

const error = (meaning: string): IssueKind => ({ severity: 'error', meaning });
const warning = (meaning: string): IssueKind => ({ severity: 'warning', meaning });
const info = (meaning: string): IssueKind => ({ severity: 'info', meaning });

/** Every code that the reading of files gives; those of the hash itself stand in hashIssues.ts. */
export const INTAKE_ISSUES = {
  'file.empty': error('The file holds nothing, or nothing but blank lines.'),
  'file.no-rows': warning('The file holds a header and no row.'),
  'file.not-text': error('The file is not text (a picture, a program, a database); its kind is named.'),
  'file.workbook': error('The file is an Excel workbook; it has to be saved as CSV.'),
  'file.no-hash-column': error(
    'The file has a header and no column with a hash, such as an Endpoint analytics export.',
  ),
  'file.unknown-layout': error('The columns are not known and none holds a hash; a person can say what they hold.'),
  'file.columns-guessed': warning('The columns are not known; they were guessed by what they hold.'),
  'file.profile-json': error('An Autopilot profile (AutopilotConfigurationFile.json), which brings no device in.'),
  'file.json': error('Some other JSON file, which brings no device in.'),
  'file.xml': error('The file looks like XML and is no OA3 report, or is not well-formed.'),
  'file.too-long': error('The file begins like one hash or one report, and is far too long for it.'),
  'file.title-lines': info('Lines above the header that are neither header nor row.'),
  'file.repeated-header': info('A header that stands again between the rows, as in files that were joined.'),
  'file.separator-line': info('A line that only tells Excel which delimiter the file uses.'),
  'file.header-of-identifiers': info('A header in a file of corporate identifiers, which has none in Intune.'),
  'file.extra-columns': info('Columns that are not used; they are named.'),
  'file.empty-rows': info('Lines that hold delimiters and no value.'),
  'file.footer-lines': info('Lines that hold no value for any column that is used.'),
  'file.nul-characters': info('NUL characters were left out.'),
  'file.lost-characters': warning('Characters could not be read in the encoding of the file.'),
  'file.too-many-rows': error('The file holds more rows than Reseal reads at once.'),
  'archive.entry': info('Which file of the archive the rows come from.'),
  'archive.skipped': info('Files of the archive that hold no hash by their name.'),
  'archive.no-hash-file': error('The archive holds no file with hashes.'),
  'archive.path': warning('A name in the archive points outside of it; it was used as a name only.'),
  'archive.damaged': error('The archive, or a file in it, cannot be unpacked: it is damaged or has a password.'),
  'archive.compression': error('The archive uses a compression that Reseal does not read.'),
  'archive.too-large': error('The archive unpacks to more than Reseal accepts.'),
  'archive.nested': error('Archives within archives, deeper than Reseal looks.'),
  'row.no-hash': error('The row has no hardware hash, and its layout asks for one.'),
  'row.no-identity': error('Neither a hash, nor a product key ID, nor serial number with manufacturer and model.'),
  'row.too-long': error('The line is far longer than any row.'),
  'row.unclosed-quote': warning('A quotation mark opens a value and never closes it.'),
  'row.extra-values': warning('The row has more values than the header has names.'),
  'row.columns-guessed': warning('The value of each column was guessed; a person has to confirm the columns.'),
  'row.hash-in-other-field': warning('A hardware hash stands in a column that is meant for something else.'),
  'row.duplicate': warning('An earlier row is the same device.'),
  'row.changed-board': warning('An earlier row has the same serial number and another mainboard.'),
  'text.cleaned': warning('Blanks or invisible characters around or inside a value were removed.'),
  'text.lost-characters': warning('A value holds a character that could not be read.'),
  'text.too-long': error('A value is longer than anything that belongs there.'),
  'serialNumber.from-hash': warning('The row has no serial number; the one in the hash is used.'),
  'serialNumber.mismatch': warning('The serial number of the row is not the one in the hash.'),
  'serialNumber.placeholder': warning('The serial number is one that firmware gives by default.'),
  'serialNumber.scientific': warning('Excel turned the serial number into a number.'),
  'serialNumber.lost-zeros': warning('Excel removed the zeros in front of the serial number.'),
  'productKeyId.mismatch': warning('The product key ID of the row is not the one in the hash.'),
  'productKeyId.scientific': warning('Excel turned the product key ID into a number.'),
  'manufacturer.mismatch': info('The manufacturer of the row is not the one in the hash.'),
  'model.mismatch': info('The model of the row is not the one in the hash.'),
  'hash.cut-by-excel': error('The hash has exactly as many characters as Excel or a form keeps of a cell.'),
  'deviceLink.data': warning('The DeviceLink data cannot be read, or belongs to another serial number.'),
  'deviceLink.kept': info('The DeviceLink of the row is kept, so that the device can be associated (beta).'),
  'queue.known': info('The device is in the queue; the row is a new capture of it.'),
  'queue.same-capture': info('The device is in the queue with this very capture.'),
  'queue.registered': info('The device is registered with Windows Autopilot already.'),
  'queue.older-capture': info(
    'The device in the queue has a newer capture; facts and the hash to register follow that.',
  ),
  'queue.taken-off': info('The device was taken off the queue, and comes back to it.'),
  'queue.group-tag-differs': warning('Microsoft holds another group tag; accepted, the change is sent.'),
  'queue.user-differs': warning('Microsoft holds another user; accepted, the change is sent.'),
  'queue.name-differs': warning('Microsoft holds another device name; accepted, the change is sent.'),
  'queue.listed': info('The tenant’s Autopilot list has the device already, the queue has not.'),
  'queue.other-tenant': info('The device is in the queue of another tenant of this Reseal as well.'),
  'queue.changed-board': warning('The device in the queue has the same serial number and another mainboard.'),
} as const satisfies Record<string, IssueKind>;

export type IntakeIssueCode = keyof typeof INTAKE_ISSUES;

/** An issue in a technician's words. `repair` says what was mended. */
export function intakeIssue(code: IntakeIssueCode, field: string, message: string, repair?: string): Issue {
  const issue = { code, severity: INTAKE_ISSUES[code].severity, field, message };
  return repair === undefined ? issue : { ...issue, repair };
}
