import {
  ArrowImportFilled,
  ArrowImportRegular,
  BoardFilled,
  BoardRegular,
  BuildingFilled,
  BuildingRegular,
  bundleIcon,
  BookQuestionMarkFilled,
  BookQuestionMarkRegular,
  CloudArrowUpFilled,
  CloudArrowUpRegular,
  DataTrendingFilled,
  DataTrendingRegular,
  SettingsFilled,
  SettingsRegular,
  TableSimpleFilled,
  TableSimpleRegular,
  TaskListLtrFilled,
  TaskListLtrRegular,
  type FluentIcon,
} from '@fluentui/react-icons';
import type { shellText } from '../text/shell.ts';
import { queueAddress, type Address } from './address.ts';

export interface Place {
  readonly name: keyof typeof shellText.places;
  readonly address: Address;
  /** Filled where one is, in outline elsewhere: not by colour alone. */
  readonly Icon: FluentIcon;
  /** The pages that belong to the place. */
  readonly pages: readonly Address['page'][];
}

/** The nine places, in the order of their number keys. */
export const places: readonly Place[] = [
  { name: 'bench', address: { page: 'bench' }, Icon: bundleIcon(BoardFilled, BoardRegular), pages: ['bench'] },
  {
    name: 'queue',
    address: queueAddress,
    Icon: bundleIcon(TableSimpleFilled, TableSimpleRegular),
    pages: ['queue', 'device', 'start', 'list', 'collect'],
  },
  {
    name: 'intake',
    address: { page: 'intake' },
    Icon: bundleIcon(ArrowImportFilled, ArrowImportRegular),
    pages: ['intake'],
  },
  {
    name: 'checklists',
    address: { page: 'checklists' },
    Icon: bundleIcon(TaskListLtrFilled, TaskListLtrRegular),
    pages: ['checklists', 'checklist', 'ownChecklists', 'ownChecklist'],
  },
  {
    name: 'activity',
    address: { page: 'activity' },
    Icon: bundleIcon(CloudArrowUpFilled, CloudArrowUpRegular),
    pages: ['activity'],
  },
  {
    name: 'shift',
    address: { page: 'shift' },
    Icon: bundleIcon(DataTrendingFilled, DataTrendingRegular),
    pages: ['shift'],
  },
  {
    name: 'tenants',
    address: { page: 'tenants' },
    Icon: bundleIcon(BuildingFilled, BuildingRegular),
    pages: ['tenants', 'welcome'],
  },
  {
    name: 'settings',
    address: { page: 'settings' },
    Icon: bundleIcon(SettingsFilled, SettingsRegular),
    pages: ['settings'],
  },
  {
    name: 'help',
    address: { page: 'help', search: '' },
    Icon: bundleIcon(BookQuestionMarkFilled, BookQuestionMarkRegular),
    pages: ['help'],
  },
];
