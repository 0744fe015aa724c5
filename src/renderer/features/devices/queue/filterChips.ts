import type { QueueFilter } from '../../../../shared/devices/deviceFilter.ts';
import { nextStepTitle } from '../../../../shared/devices/nextStepWords.ts';
import {
  benchWords,
  enrollmentWords,
  profileWords,
  registrationWords,
  resealWords,
  statusNames,
} from '../../../../shared/devices/statusWords.ts';
import { scenarioTitles } from '../../../../shared/scenarios/scenarioWords.ts';
import { queueText, filterText as text } from '../../../text/devices.ts';

/** One thing that narrows the queue, and what of the filter changes when it goes. */
export interface FilterChip {
  readonly label: string;
  readonly without: Partial<QueueFilter>;
}

type ListName = {
  [Name in keyof QueueFilter]: QueueFilter[Name] extends string[] ? Name : never;
}[keyof QueueFilter] &
  keyof QueueFilter;

const dayKinds = ['created', 'resealed', 'useBy'] as const;

/**
 * What narrows the queue beside the search, one by one.
 * @param batchName of the batch in the filter; null where that is not known here
 */
export function filterChipsOf(filter: QueueFilter, batchName: string | null): readonly FilterChip[] {
  const chip = (label: string, without: Partial<QueueFilter>): FilterChip => ({ label, without });
  /** One for each value of a list. */
  function each<Name extends ListName>(name: Name, label: (value: QueueFilter[Name][number]) => string): FilterChip[] {
    const values: readonly QueueFilter[Name][number][] = filter[name];
    return values.map((value) => chip(label(value), { [name]: values.filter((other) => other !== value) }));
  }
  const named = (what: string, none: string) => (value: string) => (value === '' ? none : `${what}: ${value}`);
  return [
    ...each('nextSteps', (code) => `${queueText.nextStep}: ${nextStepTitle({ code })}`),
    ...each('registration', (value) => `${statusNames.registration}: ${registrationWords[value]}`),
    ...each('profile', (value) => `${statusNames.profile}: ${profileWords[value]}`),
    ...each('bench', (value) => `${statusNames.bench}: ${benchWords[value]}`),
    ...each('enrollment', (value) => `${statusNames.enrollment}: ${enrollmentWords[value]}`),
    ...each('reseal', (value) => `${statusNames.reseal}: ${resealWords[value]}`),
    ...(filter.failed === true ? [chip(text.failed, { failed: undefined })] : []),
    ...(filter.differsFromMicrosoft === true ? [chip(text.differs, { differsFromMicrosoft: undefined })] : []),
    ...(filter.batchId === undefined
      ? []
      : [chip(`${text.batch}: ${batchName ?? text.otherBatch}`, { batchId: undefined })]),
    ...each('groupTags', named(text.groupTag, text.none.groupTags)),
    ...each('models', named(text.model, text.none.models)),
    ...each('manufacturers', named(text.manufacturer, text.none.manufacturers)),
    ...each('users', named(text.users, text.none.users)),
    ...(filter.isAssigned === undefined
      ? []
      : [chip(filter.isAssigned ? text.hasUser : text.none.users, { isAssigned: undefined })]),
    ...each('profileNames', named(text.profileName, text.none.profileNames)),
    ...each('scenarios', (name) => `${text.scenario}: ${scenarioTitles[name]}`),
    ...each('shelves', named(text.shelf, text.none.shelves)),
    ...dayKinds.flatMap((kind) => {
      const from = filter[`${kind}From`];
      const until = filter[`${kind}Until`];
      if (from === undefined && until === undefined) return [];
      return chip(daysLabel(text.days[kind], from, until), { [`${kind}From`]: undefined, [`${kind}Until`]: undefined });
    }),
  ];
}

function daysLabel(what: string, from: string | undefined, until: string | undefined): string {
  if (from !== undefined && until !== undefined) return text.between(what, from, until);
  return from === undefined ? `${text.until(what)} ${until ?? ''}` : `${text.from(what)} ${from}`;
}
