import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { DeviceView } from '../../../shared/api/contract/devices.ts';
import { findBenchError } from '../../../shared/autopilot/benchErrors.ts';

/** What the last run failed with, and what is known about it. */
export function BenchFailure({ device }: { readonly device: DeviceView }) {
  if (device.benchError === null) return null;
  const { code, name, message } = device.benchError;
  const known = code === null ? null : findBenchError(String(code));
  const title = [code, name].filter((part) => part !== null).join(' · ');
  const explanation = known === null ? message : `${known.meaning} ${known.remedy}`;
  if (title === '' && explanation === null) return null;
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        {title !== '' && <MessageBarTitle>{title}</MessageBarTitle>}
        {explanation}
      </MessageBarBody>
    </MessageBar>
  );
}
