import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deploymentStatusWords, resultCodeWords } from '../../../src/shared/preparation/preparedDevice.ts';
import { readReportRows } from '../../../src/shared/preparation/readReportRows.ts';

const columns = [
  'DeviceId',
  'DeviceName',
  'SerialNumber',
  'EnrollmentTimeInUtc',
  'DeploymentStatus',
  'ResultCode',
  'New',
];
const row = ['d-1', 'PC-1', 'SN1', '2026-01-02 03:04:05.6789012', '3', '-2147023436', 'x'];
const read = {
  id: '1',
  deviceId: 'd-1',
  deviceName: 'PC-1',
  serialNumber: 'SN1',
  enrolledAt: '2026-01-02T03:04:05.678Z',
  status: '3',
  resultCode: '-2147023436',
  durationSeconds: null,
  others: { New: 'x' },
};

test('rows are lists in the order of the columns, or objects', () => {
  const asObject = Object.fromEntries(columns.map((name, index) => [name, row[index]]));
  expect(readReportRows({ columns, values: [row] })).toMatchObject([read]);
  expect(readReportRows({ Columns: [], Values: [asObject] })).toMatchObject([read]);
  expect(readReportRows({ columns: columns.map((name) => ({ name })), values: [row, asObject] })).toMatchObject([
    read,
    { ...read, id: '2' },
  ]);
});

test('numbers that come as numbers are texts too, and a short row lacks the rest', () => {
  const [device] = readReportRows({ columns: ['SerialNumber', 'DeploymentStatus', 'UPN'], values: [['SN2', 2]] }) ?? [];
  expect(device).toMatchObject({ serialNumber: 'SN2', status: '2', userPrincipalName: null });
});

test.each([[null], ['text'], [[]], [{}], [{ columns, values: 'none' }]])('%j is no report', (file) => {
  expect(readReportRows(file)).toBeNull();
});

test('no row is lost, whatever stands in it', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.jsonValue())), (values) => {
      expect(readReportRows({ columns, values })).toHaveLength(values.length);
    }),
  );
});

test('a status and a result are worded where they are known, and stay as they came where not', () => {
  expect(['2', '3', '7', '', null].map(deploymentStatusWords)).toEqual([
    'succeeded',
    'failed',
    '7',
    'not told',
    'not told',
  ]);
  expect(['0', '-2147023436', '0x80180014', 'odd', null].map(resultCodeWords)).toEqual([
    null,
    '0x800705b4',
    '0x80180014',
    'odd',
    null,
  ]);
});
