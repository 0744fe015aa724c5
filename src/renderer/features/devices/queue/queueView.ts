import { create } from 'zustand';
import type { InputOf } from '../../../../shared/api/contract.ts';
import type { DeviceFilter } from '../../../../shared/devices/deviceFilter.ts';
import type { StatusName } from '../../../../shared/devices/status.ts';
import { nothingSelected, type Selection } from '../../../ui/selection.ts';

type QueueSort = NonNullable<InputOf<'devices.list'>['sort']>;
type StatusFilters = { readonly [Status in StatusName]: NonNullable<DeviceFilter[Status]> };

/** What of the queue is looked at, and what of it is selected. It stays while the page is elsewhere. */
export interface QueueView extends StatusFilters {
  readonly search: string;
  readonly nextSteps: NonNullable<DeviceFilter['nextSteps']>;
  readonly batchId: string | null;
  /** Only devices of which Microsoft holds something else than is wished. */
  readonly differs: boolean;
  readonly sort: QueueSort;
  readonly descending: boolean;
  readonly selection: Selection;
  /** The filter under which it was selected: under another, some of it may not be on screen. */
  readonly selectedUnder: string;
}

const noFilters = {
  search: '',
  nextSteps: [],
  batchId: null,
  differs: false,
  registration: [],
  profile: [],
  bench: [],
  enrollment: [],
  reseal: [],
} satisfies Partial<QueueView>;

export const useQueueView = create<QueueView>(() => ({
  ...noFilters,
  sort: 'updated',
  descending: true,
  selection: nothingSelected,
  selectedUnder: '',
}));

/** What is not named stays; the view outlives the screen. */
export function changeView(change: Partial<QueueView>): void {
  useQueueView.setState(change);
}

/** Shows all devices again; sorting and selection stay. */
export function clearFilters(): void {
  useQueueView.setState(noFilters);
}

/** The filter as the backend takes it. */
export function filterOf(view: QueueView, tenantId: string): DeviceFilter {
  const { search, nextSteps, batchId, differs, registration, profile, bench, enrollment, reseal } = view;
  return {
    tenantId,
    search,
    nextSteps,
    ...(batchId === null ? {} : { batchId }),
    ...(differs ? { differsFromMicrosoft: true } : {}),
    registration,
    profile,
    bench,
    enrollment,
    reseal,
  };
}

const sorts: readonly QueueSort[] = [
  'updated',
  'serialNumber',
  'model',
  'nextStep',
  'groupTag',
  'assignedUser',
  'created',
];

/** Whether the column is one that the backend sorts by. */
export function isSort(text: string): text is QueueSort {
  return sorts.some((sort) => sort === text);
}

/** Whether devices may be hidden, so that an empty table says so. */
export function isFiltered(view: QueueView): boolean {
  const { search, nextSteps, batchId, differs, registration, profile, bench, enrollment, reseal } = view;
  const chosen = [nextSteps, registration, profile, bench, enrollment, reseal];
  return search !== '' || batchId !== null || differs || chosen.some((values) => values.length > 0);
}
