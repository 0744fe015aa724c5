import { create } from 'zustand';
import {
  deviceSort,
  everyDevice,
  type DeviceFilter,
  type DeviceSort,
  type QueueFilter,
} from '../../../../shared/devices/deviceFilter.ts';
import type { QueueColumn } from '../../../../shared/devices/queueColumn.ts';
import { nothingSelected, type Selection } from '../../../ui/selection.ts';

/** What a view is about. */
interface Look {
  readonly filter: QueueFilter;
  readonly sort: DeviceSort;
  readonly descending: boolean;
  /** Those of a saved view; null for those that are chosen on this computer. */
  readonly columns: readonly QueueColumn[] | null;
}

/** What of the queue is looked at, and what of it is selected. It stays while the page is elsewhere. */
export interface QueueView extends Look {
  readonly selection: Selection;
  /** The filter under which it was selected: under another, some of it may not be on screen. */
  readonly selectedUnder: string;
}

/** All devices, the latest first, with the columns of this computer. */
export const usualView: Look = { filter: everyDevice, sort: 'updated', descending: true, columns: null };

export const useQueueView = create<QueueView>(() => ({
  ...usualView,
  selection: nothingSelected,
  selectedUnder: '',
}));

/** What is not named stays; the view outlives the screen. */
export function changeView(change: Partial<QueueView>): void {
  useQueueView.setState(change);
}

/** Filters by something else as well, or not any more; undefined is no condition. */
export function changeFilter(change: Partial<QueueFilter>): void {
  useQueueView.setState(({ filter }) => ({ filter: { ...filter, ...change } }));
}

/** Shows all devices again; sorting, columns and selection stay. */
export function clearFilters(): void {
  useQueueView.setState({ filter: everyDevice });
}

/** Looks at the queue as a view has it; the selection stays. */
export function takeView({ filter, sort, descending, columns }: Look): void {
  useQueueView.setState({ filter, sort, descending, columns });
}

/** The filter as the backend takes it. */
export const filterOf = ({ filter }: Pick<QueueView, 'filter'>, tenantId: string): DeviceFilter => ({
  ...filter,
  tenantId,
});

/** Whether the column is one that the backend sorts by. */
export function isSort(text: string): text is DeviceSort {
  return deviceSort.options.some((sort) => sort === text);
}
