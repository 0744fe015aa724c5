import { Text } from '@fluentui/react-components';
import {
  deploymentStatusWords,
  resultCodeWords,
  type PreparedDevice,
} from '../../../shared/preparation/preparedDevice.ts';
import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { commonText } from '../../text/common.ts';
import { preparationReportText } from '../../text/preparation.ts';
import { readText } from '../../text/tenants.ts';
import { FilteredList } from '../../ui/FilteredList.tsx';
import { useNotify } from '../../ui/notify.ts';
import { Serial } from '../../ui/Serial.tsx';
import type { TableColumn } from '../../ui/tableColumn.ts';
import { useListView } from '../../ui/useListView.ts';
import { VirtualTable } from '../../ui/VirtualTable.tsx';
import { When } from '../../ui/When.tsx';
import { ReadDialog } from '../tenants/ReadDialog.tsx';

interface ReportDialogProps {
  readonly tenant: TenantView;
  readonly onClose: () => void;
}

/** Intune’s report of device preparation, as it was read last. */
export function ReportDialog({ tenant, onClose }: ReportDialogProps) {
  const notify = useNotify();
  const view = useListView(tenant.id);
  const reading = useProcedure('preparation.report', view.input, ['tenants.changed']);
  const read = useCommand('preparation.readReport', { showsFailure: true });
  const rows = reading.state === 'ready' ? reading.value.devices : [];
  const offset = reading.state === 'ready' ? (reading.input.offset ?? 0) : 0;

  async function readAnew(): Promise<void> {
    const outcome = await read.run({ tenantId: tenant.id });
    if (outcome.ok) notify.done(preparationReportText.done(outcome.value.rows));
  }

  return (
    <ReadDialog
      tenant={tenant}
      title={preparationReportText.title(tenant.name)}
      sentence={preparationReportText.sentence}
      reading={reading}
      lines={8}
      read={{ ...read, run: () => void readAnew() }}
      onClose={onClose}
    >
      {({ readAt, matching, states }) => {
        if (readAt === null) return <Text>{preparationReportText.never}</Text>;
        return (
          <>
            <Text role="status">
              {preparationReportText.counts(matching)}. {readText.asOf} <When at={readAt} />.
            </Text>
            {states.length === 0 ? (
              <Text>{preparationReportText.none}</Text>
            ) : (
              <FilteredList
                view={view}
                text={preparationReportText}
                states={states}
                stateWords={deploymentStatusWords}
                matching={matching}
              >
                <VirtualTable
                  name="preparation-report"
                  label={preparationReportText.table}
                  content={JSON.stringify([view.input.search, view.state])}
                  columns={columns}
                  count={matching}
                  rowAt={(index) => rows[index - offset]}
                  idOf={({ id }) => id}
                  nameOf={({ serialNumber, deviceName, id }) => serialNumber ?? deviceName ?? id}
                  onRange={view.onRange}
                />
              </FilteredList>
            )}
          </>
        );
      }}
    </ReadDialog>
  );
}

const { columns: titles } = preparationReportText;
const plain = (value: string | null) => <span title={value ?? undefined}>{value ?? commonText.none}</span>;

const columns: readonly TableColumn<PreparedDevice>[] = [
  {
    id: 'serialNumber',
    title: titles.serialNumber,
    width: 'minmax(152px, 1.2fr)',
    render: ({ serialNumber }) => (serialNumber === null ? commonText.none : <Serial>{serialNumber}</Serial>),
  },
  { id: 'deviceName', title: titles.deviceName, width: 'minmax(140px, 1fr)', render: (row) => plain(row.deviceName) },
  {
    id: 'enrolled',
    title: titles.enrolled,
    width: 'minmax(120px, 0.8fr)',
    render: ({ enrolledAt }) => (enrolledAt === null ? commonText.none : <When at={enrolledAt} />),
  },
  {
    id: 'status',
    title: titles.status,
    width: 'minmax(100px, 0.6fr)',
    render: (row) => plain(deploymentStatusWords(row.status)),
  },
  { id: 'phase', title: titles.phase, width: 'minmax(80px, 0.5fr)', render: (row) => plain(row.phase) },
  {
    id: 'result',
    title: titles.result,
    width: 'minmax(112px, 0.7fr)',
    render: (row) => plain(resultCodeWords(row.resultCode)),
  },
];
