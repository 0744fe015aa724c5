import type { ListedAssociations, ListedIdentifiers } from '../../../../shared/api/contract/identifiers.ts';
import { associationStateWords, type Association } from '../../../../shared/identifiers/association.ts';
import {
  identifierStateWords,
  nameOfIdentifier,
  type HeldIdentifier,
} from '../../../../shared/identifiers/heldIdentifier.ts';
import type { Formatter } from '../../../../shared/format/formatter.ts';
import type { Run } from '../program/runCommand.ts';

const ROWS_AT_ONCE = 1_000;

export interface ListChoice {
  readonly tenantId: string;
  readonly search?: string;
  readonly state?: string;
}

type Listing = Pick<ListedIdentifiers, 'readAt' | 'isWhole' | 'matching' | 'states'>;
export type Listed<Row> = Listing & { readonly rows: readonly Row[] };

/** One of Microsoft’s lists, as commands work with it. */
export interface TenantList<Row> {
  /** `corporate identifiers`, and one of them. */
  readonly noun: string;
  readonly one: string;
  readonly read: (run: Run, tenantId: string) => Promise<unknown>;
  readonly page: (run: Run, choice: ListChoice, offset: number) => Promise<Listed<Row>>;
  readonly remove: (
    run: Run,
    tenantId: string,
    rows: readonly Row[],
  ) => Promise<{ readonly batchId: string; readonly queued: number }>;
  /** By which it may be named on the command line, besides its id. */
  readonly nameOf: (row: Row) => string;
  readonly stateWords: (state: string | null) => string;
  /** The cells of its line, under `columns`. */
  readonly columns: readonly string[];
  readonly cellsOf: (row: Row, formatter: Formatter) => readonly (string | null)[];
}

/** The corporate identifiers of a tenant. */
export const identifierList: TenantList<HeldIdentifier> = {
  noun: 'corporate identifiers',
  one: 'corporate identifier',
  read: (run, tenantId) => run.call('identifiers.read', { tenantId }),
  async page(run, choice, offset) {
    const { identifiers: rows, ...listing } = await run.call('identifiers.list', {
      ...choice,
      offset,
      limit: ROWS_AT_ONCE,
    });
    return { ...listing, rows };
  },
  remove: (run, tenantId, rows) =>
    run.call('identifiers.remove', {
      tenantId,
      rows: rows.map(({ id, identifier }) => ({ id, shown: identifier })),
    }),
  nameOf: nameOfIdentifier,
  stateWords: identifierStateWords,
  columns: ['serial number', 'maker', 'model', 'state', 'last contact'],
  cellsOf: (row, { instant }) => [
    nameOfIdentifier(row),
    row.manufacturer,
    row.model,
    identifierStateWords(row.state),
    row.contactedAt && instant(row.contactedAt),
  ],
};

/** The devices that a tenant has associated by DeviceLink. */
export const associationList: TenantList<Association> = {
  noun: 'associations',
  one: 'association',
  read: (run, tenantId) => run.call('identifiers.readAssociations', { tenantId }),
  async page(run, choice, offset) {
    const { associations: rows, ...listing }: ListedAssociations = await run.call('identifiers.associations', {
      ...choice,
      offset,
      limit: ROWS_AT_ONCE,
    });
    return { ...listing, rows };
  },
  remove: (run, tenantId, rows) =>
    run.call('identifiers.dissociate', {
      tenantId,
      rows: rows.map(({ id, serialNumber }) => ({ id, shown: serialNumber ?? '' })),
    }),
  nameOf: ({ serialNumber }) => serialNumber ?? '',
  stateWords: associationStateWords,
  columns: ['serial number', 'maker', 'model', 'state', 'since'],
  cellsOf: (row, { instant }) => [
    row.serialNumber,
    row.manufacturer,
    row.model,
    associationStateWords(row.state),
    row.associatedAt && instant(row.associatedAt),
  ],
};

/** Every row that is asked for, page by page. */
export async function wholeList<Row>(run: Run, list: TenantList<Row>, choice: ListChoice): Promise<Listed<Row>> {
  const first = await list.page(run, choice, 0);
  const rows = [...first.rows];
  while (rows.length < first.matching) {
    const next = await list.page(run, choice, rows.length);
    if (next.rows.length === 0) break;
    rows.push(...next.rows);
  }
  return { ...first, rows };
}
