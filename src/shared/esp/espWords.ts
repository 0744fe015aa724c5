import { assignmentListWords } from '../profiles/profileWords.ts';
import type { Fact } from '../words/fact.ts';
import type { DeviceEsp, EspDoubt } from './deviceEsp.ts';
import type { StatusPage } from './statusPage.ts';

const NOT_TOLD = 'not told';
const yesNo = (flag: boolean | null): string => (flag === null ? NOT_TOLD : flag ? 'yes' : 'no');

export const progressWords = ({ showsProgress }: StatusPage): string => yesNo(showsProgress);
export const blockingWords = ({ showsProgress, blocksUse }: StatusPage): string =>
  showsProgress === false ? 'no' : yesNo(blocksUse);

/** The place of a page among the others. */
export const priorityWords = ({ isDefault, priority }: StatusPage, number: (value: number) => string): string =>
  isDefault ? 'default' : priority === null ? NOT_TOLD : number(priority);

export function timeoutWords(
  { showsProgress, timeoutMinutes }: StatusPage,
  minutes: (milliseconds: number) => string,
): string {
  if (showsProgress === false) return 'none';
  return timeoutMinutes === null || timeoutMinutes === 0 ? NOT_TOLD : minutes(timeoutMinutes * 60_000);
}

function appWords({ blockingApps }: StatusPage): string {
  if (blockingApps === null) return NOT_TOLD;
  return blockingApps.length === 0 ? 'all required ones' : blockingApps.map(({ id, name }) => name ?? id).join(', ');
}

interface Writing {
  readonly instant: (at: string) => string;
  readonly number: (value: number) => string;
  readonly minutes: (milliseconds: number) => string;
}

/** Every setting of a page, as Intune calls it. @param writing how moments and figures are written for whoever reads it */
export function pageFacts(page: StatusPage, { instant, number, minutes }: Writing): readonly Fact[] {
  const when = (at: string | null): string => (at === null ? NOT_TOLD : instant(at));
  const held =
    page.blocksUse === true
      ? [
          { label: 'Reset after an error', value: yesNo(page.allowsReset) },
          { label: 'Use after an error', value: yesNo(page.allowsUse) },
          { label: 'Blocking apps', value: appWords(page) },
          { label: 'Technician flow fails for selected apps only', value: yesNo(page.failsForBlockingOnly) },
        ]
      : [];
  return [
    ...(page.description === null ? [] : [{ label: 'Description', value: page.description }]),
    { label: 'Priority', value: priorityWords(page, number) },
    { label: 'Shows progress', value: progressWords(page) },
    { label: 'Time-out', value: timeoutWords(page, minutes) },
    { label: 'Own error message', value: page.errorMessage ?? 'none' },
    { label: 'Logs and diagnostics page', value: yesNo(page.collectsLogs) },
    { label: 'Only in the first start', value: yesNo(page.firstStartOnly) },
    { label: 'Installs quality updates', value: yesNo(page.installsUpdates) },
    { label: 'Account setup for the first user only', value: yesNo(page.firstUserOnly) },
    { label: 'Blocks until all is installed', value: yesNo(page.blocksUse) },
    ...held,
    { label: 'Assigned to', value: page.isDefault ? 'all that no other page reaches' : assignedWords(page) },
    { label: 'Created', value: when(page.createdAt) },
    { label: 'Modified', value: when(page.modifiedAt) },
  ];
}

const assignedWords = ({ assignments }: StatusPage): string =>
  assignments === null
    ? NOT_TOLD
    : assignments.length === 0
      ? 'nobody'
      : assignmentListWords(assignments, ({ hasFilter }) => (hasFilter ? ' with a filter' : ''));

const doubtWords: Readonly<Record<EspDoubt, string>> = {
  pagesNotRead: 'the status pages of the tenant have not been read in whole',
  assignmentsNotRead: 'it is not told to whom a page is assigned',
  groupsNotRead: 'the groups of the device have not been read',
  filter: 'an assignment filter decides, which only Intune can judge',
  users: 'a page is assigned to users, and whose device it is shows only later',
};

/** Which status page a device gets, or why that is not known. */
export function espSentence({ pages, doubts, isOn, timeoutMinutes }: DeviceEsp): string {
  const [first] = pages;
  const names = pages.map(({ name }) => `“${name}”`).join(' or ');
  const setting = isOn === false ? 'off' : timeoutMinutes === null ? null : `time-out ${timeoutMinutes} min`;
  const known = [names, ...(setting === null ? [] : [setting])].join(', ');
  if (doubts.length === 0) return first === undefined ? 'None is there.' : `${known}.`;
  const why = doubts.map((doubt) => doubtWords[doubt]).join('; ');
  return first === undefined ? `Not known: ${why}.` : `${known}. Not known for sure: ${why}.`;
}
