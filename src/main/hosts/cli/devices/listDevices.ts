import type { DeviceFilter, DeviceSort } from '../../../../shared/devices/deviceFilter.ts';
import { queueColumn, queueColumns, type QueueColumn } from '../../../../shared/devices/queueColumn.ts';
import { headOf, lineOf } from '../../../../shared/devices/queueTable.ts';
import type { QueueView } from '../../../../shared/devices/queueView.ts';
import { usageError } from '../program/commandError.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run } from '../program/runCommand.ts';
import { table } from '../output/table.ts';
import { writeOut } from '../output/writeDocument.ts';
import { chosenFilter, chosenView, type FilterOptions } from './chosenFilter.ts';
import { deviceDocument } from './deviceDocument.ts';

export interface ListOptions extends FilterOptions {
  readonly limit: number;
  readonly sort?: DeviceSort;
  readonly descending?: boolean;
  readonly columns?: string;
  readonly csv?: boolean;
  readonly out?: string;
}

interface Order {
  readonly sort: DeviceSort;
  readonly descending: boolean;
}

/** What stands in a table of the terminal, where nothing else is chosen. */
const usual: readonly QueueColumn[] = ['serialNumber', 'model', 'groupTag', 'statuses', 'nextStep'];

/** `list`: the latest first, unless another order is asked for, or a view has one. */
export async function listDevices(run: Run, options: ListOptions): Promise<ExitStatus> {
  const { csv = false, out } = options;
  if (csv && run.options.json && out === undefined)
    throw usageError('Choose --csv or --json: an answer has one format.');
  if (out !== undefined && !csv && !run.options.json) throw usageError('--out writes a file: add --csv or --json.');
  const view = await chosenView(run, options);
  const filter = await chosenFilter(run, options, view);
  const columns = chosenColumns(options.columns) ?? view?.columns ?? usual;
  const order = orderOf(options, view);
  if (csv || out !== undefined) return exportList(run, { ...filter, ...order, columns: [...columns] }, csv, out);
  const { matching, devices } = await run.call('devices.list', { ...filter, ...order, limit: options.limit });
  await run.print({ total: matching, devices: devices.map(deviceDocument) }, () => {
    const rows = devices.map((device) => lineOf(device, columns));
    if (rows.length === 0) return 'No devices.';
    const head = headOf(columns).map((title) => title.toLowerCase());
    const { count, number } = run.formatter;
    const all = count(matching, 'device', 'devices');
    const shown = devices.length < matching ? `${number(devices.length)} of ${all}` : all;
    return `${table(head, rows)}\n${shown}`;
  });
  return exitStatus.done;
}

function orderOf({ sort, descending = false }: ListOptions, view: QueueView | null): Order {
  if (sort === undefined && view !== null) return { sort: view.sort, descending: view.descending !== descending };
  const by = sort ?? 'updated';
  const isLatestFirst = by === 'updated' || by === 'created';
  return { sort: by, descending: isLatestFirst !== descending };
}

function chosenColumns(words: string | undefined): readonly QueueColumn[] | null {
  if (words === undefined) return null;
  const columns = queueColumns.safeParse(words.split(',').map((word) => word.trim()));
  if (columns.success) return columns.data;
  throw usageError(
    `“${words}” are no columns. Give some of ${queueColumn.options.join(', ')}, each once, with commas.`,
  );
}

/** All that matches: on standard output as it is, in a file as spreadsheets take it. */
async function exportList(
  run: Run,
  list: DeviceFilter & Order & { readonly columns: QueueColumn[] },
  csv: boolean,
  out: string | undefined,
): Promise<ExitStatus> {
  const { file, devices } = await run.call('exports.list', {
    ...list,
    format: csv ? 'csv' : 'json',
    bom: out !== undefined,
  });
  if (out === undefined) {
    await run.world.terminal.print(Buffer.from(file.base64, 'base64').toString());
    return exitStatus.done;
  }
  const path = writeOut(out, file, 'shared');
  await run.print(
    { file: path, devices },
    () => `${path}\n${run.formatter.count(devices, 'device', 'devices')} written.`,
  );
  return exitStatus.done;
}
