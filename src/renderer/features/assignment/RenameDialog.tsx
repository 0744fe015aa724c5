import { useState } from 'react';
import { Field, Input, Text } from '@fluentui/react-components';
import type { DeviceView } from '../../../shared/devices/deviceView.ts';
import { checkDeviceName } from '../../../shared/assignment/deviceName.ts';
import { ignoresName } from '../../../shared/scenarios/scenarios.ts';
import { nameIgnoredSentence } from '../../../shared/scenarios/scenarioWords.ts';
import { tellIssue } from '../../../shared/intake/tellIssue.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import { useCommand } from '../../api/useCommand.ts';
import { renameText } from '../../text/assignment.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { useTellQueued } from '../../acts/useTellQueued.ts';

interface RenameDialogProps {
  readonly device: DeviceView;
  readonly onClose: () => void;
}

export function RenameDialog({ device, onClose }: RenameDialogProps) {
  const [deviceName, setDeviceName] = useState(device.properties.deviceName.wish ?? '');
  const rename = useCommand('assignment.rename', { showsFailure: true });
  const tellQueued = useTellQueued();
  const finding = deviceName === '' ? null : checkDeviceName(deviceName);

  async function confirm(): Promise<void> {
    const outcome = await rename.run({ deviceIds: [device.id], pattern: deviceName });
    if (!outcome.ok) return;
    tellQueued(outcome.value);
    onClose();
  }

  return (
    <ConfirmDialog
      title={renameText.title(deviceTitle(device))}
      confirm={renameText.act}
      disabled={finding?.severity === 'error'}
      running={rename.running}
      failure={rename.failure}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      {ignoresName(device) && <Text>{nameIgnoredSentence(device.scenario)}</Text>}
      <Field
        label={renameText.field}
        {...(finding === null ? { hint: renameText.hint } : { validationMessage: tellIssue(finding).message })}
      >
        <Input size="large" value={deviceName} autoComplete="off" onChange={(_, { value }) => setDeviceName(value)} />
      </Field>
    </ConfirmDialog>
  );
}
