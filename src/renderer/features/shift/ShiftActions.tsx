import { useState } from 'react';
import { Button } from '@fluentui/react-components';
import { ArrowDownloadRegular, DocumentTableRegular, PrintRegular } from '@fluentui/react-icons';
import type { ShiftSpan } from '../../../shared/shift/shiftSpan.ts';
import { useActs } from '../../acts/actsContext.ts';
import { openDocument } from '../../api/openDocument.ts';
import { saveDocument } from '../../api/saveDocument.ts';
import { reportText } from '../../text/reports.ts';
import { shiftText } from '../../text/shift.ts';
import { ReportDialog } from '../reports/ReportDialog.tsx';

/** What is made of a shift: the report of its devices for their customer, its table, and the page that both leads sign. */
export function ShiftActions({ asked }: { readonly asked: ShiftSpan & { readonly tenantId: string } }) {
  const { tools } = useActs();
  const { client, makePaper, notify } = tools;
  const [reported, setReported] = useState<readonly string[]>([]);

  async function report(): Promise<void> {
    const outcome = await client.call('shift.devices', asked);
    if (!outcome.ok) notify.failed(outcome.error);
    else if (outcome.value.deviceIds.length === 0) notify.warn(shiftText.nothingToReport);
    else setReported(outcome.value.deviceIds);
  }

  const make = (format: 'pdf' | 'csv') =>
    makePaper(
      (withCodes) => client.call('shift.document', { ...asked, format, withCodes }),
      format === 'pdf' ? openDocument : saveDocument,
    );

  return (
    <>
      <Button size="large" icon={<DocumentTableRegular />} onClick={() => void report()}>
        {reportText.act}
      </Button>
      <Button size="large" icon={<ArrowDownloadRegular />} onClick={() => void make('csv')}>
        {shiftText.saveTable}
      </Button>
      <Button size="large" appearance="primary" icon={<PrintRegular />} onClick={() => void make('pdf')}>
        {shiftText.print}
      </Button>
      {reported.length > 0 && <ReportDialog deviceIds={reported} onClose={() => setReported([])} />}
    </>
  );
}
