import { makeStyles, tokens } from '@fluentui/react-components';
import type { DeviceView } from '../../../shared/devices/deviceView.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import { useActs } from '../../acts/actsContext.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { labelText } from '../../text/labels.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { saveLabels } from './saveLabels.ts';

const useStyles = makeStyles({
  preview: {
    display: 'block',
    boxSizing: 'border-box',
    width: '100%',
    maxHeight: '280px',
    objectFit: 'contain',
    // Paper is white in every theme.
    backgroundColor: '#fff',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    forcedColorAdjust: 'none',
  },
});

interface LabelDialogProps {
  readonly device: DeviceView;
  readonly onClose: () => void;
}

/** The label as it will be printed. */
export function LabelDialog({ device, onClose }: LabelDialogProps) {
  const styles = useStyles();
  const { tools } = useActs();
  const preview = useProcedure('labels.document', { deviceIds: [device.id], format: 'svg', withCodes: true }, [
    'settings.changed',
  ]);
  return (
    <ConfirmDialog
      title={labelText.title(deviceTitle(device))}
      confirm={labelText.save}
      onConfirm={() => {
        void saveLabels([device.id], tools);
        onClose();
      }}
      onClose={onClose}
    >
      <Loaded reading={preview} lines={5}>
        {({ mediaType, base64 }) => (
          <img
            className={styles.preview}
            src={`data:${mediaType};base64,${base64}`}
            alt={labelText.preview(deviceTitle(device))}
          />
        )}
      </Loaded>
    </ConfirmDialog>
  );
}
