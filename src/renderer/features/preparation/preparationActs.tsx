import { ClipboardTextLtrRegular, ClipboardTaskListLtrRegular } from '@fluentui/react-icons';
import type { Act, ActOf } from '../../acts/act.ts';
import { preparationReportText, preparationText } from '../../text/preparation.ts';
import { PreparationDialog } from './PreparationDialog.tsx';
import { ReportDialog } from './ReportDialog.tsx';

/** How device preparation is set up; to be seen offline too. */
export const showPreparation: ActOf<'tenant'> = {
  appliesTo: 'tenant',
  name: 'preparation.show',
  label: preparationText.act,
  Icon: ClipboardTaskListLtrRegular,
  alsoCalled: preparationText.otherwise,
  dialog: ({ tenant }, onClose) => <PreparationDialog tenant={tenant} onClose={onClose} />,
};

export const showPreparationReport: ActOf<'tenant'> = {
  appliesTo: 'tenant',
  name: 'preparation.showReport',
  label: preparationReportText.act,
  Icon: ClipboardTextLtrRegular,
  alsoCalled: preparationReportText.otherwise,
  dialog: ({ tenant }, onClose) => <ReportDialog tenant={tenant} onClose={onClose} />,
};

export const preparationActs: readonly Act[] = [showPreparation, showPreparationReport];
