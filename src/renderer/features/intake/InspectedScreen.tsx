import { useState } from 'react';
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import type { OutputOf } from '../../../shared/api/contract.ts';
import type { InspectedRow, LookedAtFile } from '../../../shared/api/contract/intake.ts';
import { useClient } from '../../api/clientContext.ts';
import { useWorkspace } from '../../app/workspace.ts';
import { commonText } from '../../text/common.ts';
import { formatter } from '../../text/formatter.ts';
import { inspectedText, intakeText } from '../../text/intake.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { modelName } from '../../ui/modelName.ts';
import { PrimaryAction } from '../../ui/PrimaryAction.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { Serial } from '../../ui/Serial.tsx';
import { StatusWord } from '../../ui/StatusWord.tsx';
import type { TableColumn } from '../../ui/tableColumn.ts';
import { VirtualTable } from '../../ui/VirtualTable.tsx';
import { FileFacts } from './FileFacts.tsx';
import { setWork } from './intakeWork.ts';
import { MapInspected } from './MapInspected.tsx';
import { Reason } from './Reason.tsx';
import { rowsOf, rowStatuses, standingOf } from './rowFacts.ts';
import { sendFiles } from './sendFiles.ts';
import { sentFiles } from './sentFiles.ts';

type Result = OutputOf<'intake.inspect'>;
type Row = InspectedRow & { readonly file: string };

const useStyles = makeStyles({
  files: {
    flexShrink: 0,
    // Half a line shows that there are more.
    maxHeight: '168px',
    overflowY: 'auto',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
});

const columns: readonly TableColumn<Row>[] = [
  {
    id: 'status',
    title: intakeText.columns.status,
    width: '104px',
    render: ({ status }) => <StatusWord {...standingOf({ status, included: false })} />,
  },
  {
    id: 'file',
    title: intakeText.columns.file,
    width: 'minmax(96px, 0.5fr)',
    render: ({ file }) => <span title={file}>{file}</span>,
  },
  { id: 'line', title: intakeText.columns.line, width: '56px', render: ({ line }) => formatter.number(line) },
  {
    id: 'serialNumber',
    title: intakeText.columns.serialNumber,
    width: '144px',
    render: ({ serialNumber }) => (serialNumber === null ? commonText.none : <Serial>{serialNumber}</Serial>),
  },
  {
    id: 'reason',
    title: intakeText.columns.reason,
    width: 'minmax(240px, 2fr)',
    render: (row) => <Reason row={row} />,
  },
  { id: 'model', title: intakeText.columns.model, width: 'minmax(128px, 1fr)', render: modelName },
];

/** What is in files that nobody’s devices are read from yet: checked row by row, nothing kept, nothing in the queue. */
export function InspectedScreen({ result }: { readonly result: Result }) {
  const styles = useStyles();
  const rows = problemsFirst(result);
  const [mapped, setMapped] = useState<LookedAtFile | null>(null);
  return (
    <Screen
      title={inspectedText.title}
      full
      count={
        <Text role="status">{inspectedText.good(result.counts.ready + result.counts.repaired, rowsOf(result))}</Text>
      }
      actions={<InspectedActs />}
    >
      <Text>{inspectedText.nothingKept}</Text>
      <ul className={styles.files} aria-label={intakeText.filesLabel} tabIndex={0}>
        {result.files.map((file, index) => (
          <FileFacts
            key={index}
            name={file.path}
            file={file}
            rows={file.rows.length}
            issues={file.issues.filter(({ severity }) => severity !== 'info')}
            acts={
              file.mapping !== null &&
              sentFiles().length > 0 && (
                <Button size="large" onClick={() => setMapped(file)}>
                  {file.mapping.isConfirmed ? intakeText.mappingAgain : intakeText.mapping}
                </Button>
              )
            }
          />
        ))}
      </ul>
      {rows.length === 0 ? (
        <EmptyState sentence={inspectedText.noRows} />
      ) : (
        <VirtualTable
          name="inspected"
          lines={2}
          label={intakeText.table}
          columns={columns}
          count={rows.length}
          rowAt={(index) => rows[index]}
          idOf={({ file, line }) => `${line} ${file}`}
          nameOf={({ serialNumber, line }) => serialNumber ?? String(line)}
        />
      )}
      {mapped !== null && mapped.mapping !== null && (
        <MapInspected name={mapped.path} mapping={mapped.mapping} onClose={() => setMapped(null)} />
      )}
    </Screen>
  );
}

/** Other files, or the same ones for the customer that there is meanwhile. */
function InspectedActs() {
  const client = useClient();
  const { tenant } = useWorkspace();
  const again = sentFiles();
  return (
    <>
      <Button size="large" appearance="subtle" icon={<DismissRegular />} onClick={() => setWork({ state: 'none' })}>
        {inspectedText.otherFiles}
      </Button>
      {tenant === null ? (
        <LinkButton to={{ page: 'welcome' }} appearance="primary">
          {intakeText.chooseTenant}
        </LinkButton>
      ) : (
        <PrimaryAction onClick={() => void sendFiles(client, again, tenant.id)}>
          {inspectedText.takeIn(tenant.name)}
        </PrimaryAction>
      )}
    </>
  );
}

/** Rows that ask for a person stand first, each kind in the order of the files. */
function problemsFirst({ files }: Result): readonly Row[] {
  const rows = files.flatMap(({ path, rows: found }) => found.map((row) => ({ ...row, file: path })));
  const rank = (row: Row): number => -rowStatuses.indexOf(row.status);
  return rows.toSorted((one, other) => rank(one) - rank(other));
}
