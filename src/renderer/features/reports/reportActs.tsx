import { DocumentTableRegular } from '@fluentui/react-icons';
import { idsOf, type Act, type ActOf } from '../../acts/act.ts';
import { reportText } from '../../text/reports.ts';
import { ReportDialog } from './ReportDialog.tsx';

const report: ActOf<'devices'> = {
  appliesTo: 'devices',
  name: 'reports.ofDevices',
  label: reportText.act,
  alsoCalled: 'batch report',
  Icon: DocumentTableRegular,
  bar: 'export',
  dialog: (on, onClose) => <ReportDialog deviceIds={idsOf(on)} onClose={onClose} />,
};

export const reportActs: readonly Act[] = [report];
