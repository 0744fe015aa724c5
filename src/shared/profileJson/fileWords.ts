import { neutralFormatter } from '../format/neutralFormatter.ts';
import { PROFILE_FILE_NAME } from './profileFile.ts';
import type { SyntaxProblem } from './profileJsonFinding.ts';
import { sources } from './sources.ts';
import { IGNORED, type Telling, type Tellings } from './telling.ts';

const SAVE_AS_ASCII = 'Save it as ANSI in Notepad, or write it in PowerShell with “Set-Content -Encoding Ascii”.';

const stops = (problem: string, remedy: string, fails: string = IGNORED): Telling => ({
  level: 'stops',
  problem,
  fails,
  remedy,
  sources: [sources.page],
});

const syntax: Readonly<Record<SyntaxProblem, (found: string) => readonly [string, string]>> = {
  comma: () => ['A comma stands before a closing brace.', 'Take the comma away.'],
  comment: () => ['It has a comment, which JSON has not.', 'Take it away, or put it into “Comment_File”.'],
  quote: () => [
    'It has other quotation marks than the straight ones, as text programs make them.',
    'Replace them by straight ones (").',
  ],
  lineBreak: () => [
    'A text goes on in the next line, which JSON does not allow; “Out-File” breaks long lines like that.',
    'Put the text on one line, or export again with “Set-Content -Encoding Ascii”.',
  ],
  unfinished: () => [
    'It ends before the object does; a brace or a quotation mark is missing.',
    'Add what is missing, or export the file again: “Out-File” cuts long lines off.',
  ],
  other: (found) => [`It is no JSON from “${found}” on.`, 'Correct that place, or export the file again.'],
};

/** What is said of the file as a whole. */
export const fileWords: Tellings<
  | 'profileJson.fileName'
  | 'profileJson.fileNameCase'
  | 'profileJson.tooLarge'
  | 'profileJson.empty'
  | 'profileJson.unicode'
  | 'profileJson.byteOrderMark'
  | 'profileJson.utf8'
  | 'profileJson.ansi'
  | 'profileJson.notJson'
  | 'profileJson.severalObjects'
  | 'profileJson.list'
  | 'profileJson.notObject'
> = {
  'profileJson.fileName': ({ name }) =>
    stops(`The file is called “${name}”.`, `Name it ${PROFILE_FILE_NAME}, and nothing else.`),
  'profileJson.fileNameCase': ({ name }) => ({
    level: 'note',
    problem: `The name “${name}” has other capital letters than Microsoft’s.`,
    fails: 'Windows takes it all the same; tools that look into an image on another system do not find it.',
    remedy: `Name it ${PROFILE_FILE_NAME}.`,
    sources: [sources.page],
  }),
  'profileJson.tooLarge': ({ bytes }) =>
    stops(
      `It has ${neutralFormatter.number(bytes)} bytes, and was not read: a profile has about a thousand.`,
      'Choose the right file.',
    ),
  'profileJson.empty': () => stops('There is nothing in it.', 'Export the profile again.'),
  'profileJson.unicode': ({ encoding }) =>
    stops(
      `It is saved as Unicode (${encoding.toUpperCase()}), as PowerShell’s “>” and “Out-File” do by themselves.`,
      SAVE_AS_ASCII,
    ),
  'profileJson.byteOrderMark': () => stops('It begins with the mark of UTF-8.', SAVE_AS_ASCII),
  'profileJson.utf8': ({ characters }) =>
    stops(
      `It is saved as UTF-8, with characters that ASCII has not: ${characters}`,
      'Write these as \\uXXXX, such as \\u00e9 for é, or do without them; then save it as ANSI.',
    ),
  'profileJson.ansi': ({ characters }) => ({
    level: 'warns',
    problem: `It is ANSI, with characters that ASCII has not: ${characters}`,
    fails: 'ANSI differs from country to country: a device with another one reads other characters.',
    remedy: 'Write them as \\uXXXX, such as \\u00e9 for é.',
    sources: [sources.page],
  }),
  'profileJson.notJson': ({ problem, found }) => stops(...syntax[problem](found)),
  'profileJson.severalObjects': ({ objects }) =>
    stops(
      `It holds ${neutralFormatter.number(objects)} profiles behind each other; the first one was checked.`,
      'Put each profile into a file and a Configuration Manager package of its own.',
    ),
  'profileJson.list': ({ objects }) =>
    stops(
      `It holds a list (of ${neutralFormatter.number(objects)}) and not one profile; the first one was checked.`,
      'Take the square brackets away, and put each profile into a file of its own.',
    ),
  'profileJson.notObject': () => stops('It holds no profile in braces.', 'Export the profile again.'),
};
