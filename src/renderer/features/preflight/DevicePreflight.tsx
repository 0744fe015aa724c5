import { Fragment } from 'react';
import { Button, Text } from '@fluentui/react-components';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import type { DeviceView } from '../../../shared/devices/deviceView.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { commonText } from '../../text/common.ts';
import { preflightText } from '../../text/preflight.ts';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { FindingList } from './FindingList.tsx';
import { VerdictTable } from './VerdictTable.tsx';

interface DevicePreflightProps {
  readonly device: DeviceView;
  readonly onClose: () => void;
}

/** What the hash of a device says for and against each way to deploy it. */
export function DevicePreflight({ device, onClose }: DevicePreflightProps) {
  const reading = useProcedure('preflight.devices', { deviceIds: [device.id] }, ['devices.changed']);
  return (
    <DialogFrame
      title={preflightText.title(deviceTitle(device))}
      size="wide"
      actions={
        <Button size="large" appearance="primary" onClick={onClose}>
          {commonText.close}
        </Button>
      }
      onClose={onClose}
    >
      <Loaded reading={reading} lines={8}>
        {({ devices }) =>
          devices.map((check) => (
            <Fragment key={check.deviceId}>
              <Text>{preflightText.byHash(check)}</Text>
              <VerdictTable verdicts={check.verdicts} />
              <FindingList findings={check.findings} />
            </Fragment>
          ))
        }
      </Loaded>
    </DialogFrame>
  );
}
