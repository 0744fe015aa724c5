import { useState } from 'react';
import { Checkbox, Field, Radio, RadioGroup } from '@fluentui/react-components';
import { useActs } from '../../acts/actsContext.ts';
import { saveDocument } from '../../api/saveDocument.ts';
import { handoverText } from '../../text/handover.ts';
import { reportText as text } from '../../text/reports.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';

const FORMATS = ['pdf', 'csv'] as const;

interface ReportDialogProps {
  readonly deviceIds: readonly string[];
  readonly onClose: () => void;
}

/** What was done with devices, as a document for their customer. */
export function ReportDialog({ deviceIds, onClose }: ReportDialogProps) {
  const { tools } = useActs();
  const [format, setFormat] = useState<(typeof FORMATS)[number]>('pdf');
  const [withUsers, setWithUsers] = useState(false);
  const [withPhotos, setWithPhotos] = useState(false);

  async function make(): Promise<void> {
    onClose();
    let devices = 0;
    await tools.makePaper(
      async (withCodes) => {
        const asked = { deviceIds: [...deviceIds], format, withUsers, withPhotos, withCodes };
        const outcome = await tools.client.call('reports.ofDevices', asked);
        if (!outcome.ok) return outcome;
        ({ devices } = outcome.value);
        return { ok: true, value: outcome.value.document };
      },
      (file) => {
        saveDocument(file);
        tools.notify.done(text.saved(devices));
      },
    );
  }

  return (
    <ConfirmDialog
      title={text.title(deviceIds.length)}
      confirm={handoverText.make}
      onConfirm={() => void make()}
      onClose={onClose}
    >
      <Field label={text.format} hint={text.what}>
        <RadioGroup
          value={format}
          onChange={(_, { value }) => setFormat(FORMATS.find((one) => one === value) ?? 'pdf')}
        >
          {FORMATS.map((one) => (
            <Radio key={one} value={one} label={text.formats[one]} />
          ))}
        </RadioGroup>
      </Field>
      <Checkbox
        size="large"
        label={handoverText.withUsers}
        checked={withUsers}
        onChange={(_, { checked }) => setWithUsers(checked === true)}
      />
      {format === 'pdf' && (
        <Checkbox
          size="large"
          label={text.withPhotos}
          checked={withPhotos}
          onChange={(_, { checked }) => setWithPhotos(checked === true)}
        />
      )}
    </ConfirmDialog>
  );
}
