import { useEffect, useState } from 'react';
import { makeStyles, mergeClasses, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import type { OutputOf } from '../../../shared/api/contract.ts';
import type { DeviceView } from '../../../shared/api/contract/devices.ts';
import { deviceTitle } from '../../../shared/device/deviceTitle.ts';
import { useCommand } from '../../api/useCommand.ts';
import { commonText } from '../../text/common.ts';
import { deregisterText } from '../../text/device.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Serial } from '../../ui/Serial.tsx';
import { useTellQueued } from './useTellQueued.ts';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', textAlign: 'left' },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontWeight: tokens.fontWeightRegular,
    verticalAlign: 'top',
  },
  name: { minWidth: '96px', maxWidth: '160px' },
});

interface DeregisterDialogProps {
  readonly device: DeviceView;
  readonly onClose: () => void;
}

/** Names every record that would go, and asks for the serial number: this touches Microsoft's side. */
export function DeregisterDialog({ device, onClose }: DeregisterDialogProps) {
  const styles = useStyles();
  const [plan, setPlan] = useState<OutputOf<'registration.removalPlan'> | null>(null);
  const planning = useCommand('registration.removalPlan', { showsFailure: true });
  const removal = useCommand('registration.deregister', { showsFailure: true });
  const tellQueued = useTellQueued();
  const { run: readPlan } = planning;

  useEffect(() => {
    void readPlan({ deviceId: device.id }).then((outcome) => outcome.ok && setPlan(outcome.value));
  }, [readPlan, device.id]);

  async function confirm(confirmedSerialNumber: string): Promise<void> {
    const outcome = await removal.run({ deviceId: device.id, confirmedSerialNumber });
    if (!outcome.ok) return;
    tellQueued(outcome.value);
    onClose();
  }

  return (
    <ConfirmDialog
      title={deregisterText.title(deviceTitle(device))}
      confirm={deregisterText.confirm}
      typed={{ text: deviceTitle(device), label: deregisterText.typed(deviceTitle(device)) }}
      disabled={plan === null}
      running={removal.running}
      failure={removal.failure ?? planning.failure}
      onConfirm={(typed) => void confirm(typed)}
      onClose={onClose}
    >
      <Text>{deregisterText.sentence}</Text>
      {planning.running && <Text role="status">{commonText.loading}</Text>}
      {plan?.warnings.map((warning) => (
        <MessageBar key={warning} intent="warning" layout="multiline">
          <MessageBarBody>{warning}</MessageBarBody>
        </MessageBar>
      ))}
      {plan !== null && plan.records.length > 0 && (
        <table className={styles.table} aria-label={deregisterText.plan}>
          <tbody>
            {plan.records.map((record) => (
              <tr key={`${record.service} ${record.id ?? ''}`}>
                <th scope="row" className={styles.cell}>
                  {deregisterText.services[record.service]}
                </th>
                <td className={mergeClasses(styles.cell, styles.name)}>
                  <Serial wrap>{record.name ?? record.serialNumber ?? commonText.none}</Serial>
                </td>
                <td className={styles.cell}>{record.sentence}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </ConfirmDialog>
  );
}
