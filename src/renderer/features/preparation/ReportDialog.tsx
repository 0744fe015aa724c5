import { Button, makeStyles, SearchBox, Select, Text, tokens } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons';
import {
  deploymentStatusWords,
  resultCodeWords,
  type PreparedDevice,
} from '../../../shared/preparation/preparedDevice.ts';
import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { commonText } from '../../text/common.ts';
import { preparationReportText, preparationText } from '../../text/preparation.ts';
import { tenantText } from '../../text/tenants.ts';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { useNotify } from '../../ui/notify.ts';
import { ProblemBar } from '../../ui/ProblemBar.tsx';
import { Serial } from '../../ui/Serial.tsx';
import type { TableColumn } from '../../ui/tableColumn.ts';
import { useListView } from '../../ui/useListView.ts';
import { VirtualTable } from '../../ui/VirtualTable.tsx';
import { When } from '../../ui/When.tsx';
import { canReach } from '../tenants/canReach.ts';

const useStyles = makeStyles({
  filters: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  search: { flexGrow: 1, minWidth: '200px' },
  table: { display: 'grid', height: '320px' },
  none: { alignSelf: 'center', justifySelf: 'center' },
});

interface ReportDialogProps {
  readonly tenant: TenantView;
  readonly onClose: () => void;
}

/** Intune’s report of device preparation, as it was read last. */
export function ReportDialog({ tenant, onClose }: ReportDialogProps) {
  const styles = useStyles();
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
    <DialogFrame
      title={preparationReportText.title(tenant.name)}
      size="table"
      actions={
        <>
          <Button size="large" onClick={onClose}>
            {commonText.close}
          </Button>
          <Button
            size="large"
            appearance="primary"
            icon={<ArrowClockwiseRegular />}
            disabledFocusable={read.running || !canReach(tenant)}
            onClick={() => void readAnew()}
          >
            {read.running ? commonText.workingOn : preparationText.read}
          </Button>
        </>
      }
      onClose={onClose}
    >
      <Text>{preparationReportText.sentence}</Text>
      {read.failure !== null && <ProblemBar failure={read.failure} />}
      {!canReach(tenant) && <Text>{tenantText.isSignedOut}</Text>}
      <Loaded reading={reading} lines={8}>
        {({ readAt, matching, states }) => {
          if (readAt === null) return <Text>{preparationReportText.never}</Text>;
          return (
            <>
              <Text role="status">
                {preparationReportText.counts(matching)}. {preparationText.asOf} <When at={readAt} />.
              </Text>
              {states.length === 0 ? (
                <Text>{preparationReportText.none}</Text>
              ) : (
                <>
                  <div className={styles.filters}>
                    <SearchBox
                      className={styles.search}
                      size="large"
                      value={view.search}
                      aria-label={preparationReportText.search}
                      placeholder={preparationReportText.search}
                      onChange={(_, { value }) => view.setSearch(value)}
                    />
                    <Select
                      size="large"
                      aria-label={preparationReportText.status}
                      value={view.state ?? ANY}
                      onChange={(_, { value }) => view.setState(value === ANY ? null : value)}
                    >
                      <option value={ANY}>{preparationReportText.anyStatus}</option>
                      {states.map(({ state, count }) => (
                        <option key={state} value={state}>
                          {deploymentStatusWords(state)} ({count})
                        </option>
                      ))}
                    </Select>
                  </div>
                  <div className={styles.table}>
                    {matching === 0 ? (
                      <Text className={styles.none}>{preparationReportText.noMatch}</Text>
                    ) : (
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
                    )}
                  </div>
                </>
              )}
            </>
          );
        }}
      </Loaded>
    </DialogFrame>
  );
}

/** No status of Microsoft’s is called so. */
const ANY = '*';

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
