import { Text } from '@fluentui/react-components';
import { startLossesOf } from '../../../shared/bench/startLoss.ts';
import type { DeviceView } from '../../../shared/devices/deviceView.ts';
import { deviceTitle } from '../../../shared/devices/deviceTitle.ts';
import { startAgainText } from '../../text/bench.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { statusFactsOf } from '../../ui/statusFacts.ts';
import { StartLosses } from './StartLosses.tsx';
import { useBench } from './useBench.ts';

interface StartAgainDialogProps {
  readonly device: DeviceView;
  readonly onClose: () => void;
}

/** Names the device and where it stands, and says what another run takes away. */
export function StartAgainDialog({ device, onClose }: StartAgainDialogProps) {
  const bench = useBench(device.id);
  const facts = statusFactsOf(device);

  async function confirm(): Promise<void> {
    const refusal = await bench.record({ step: 'start', again: true, acceptsLoss: true });
    if (refusal === null) onClose();
  }

  return (
    <ConfirmDialog
      title={startAgainText.title(deviceTitle(device))}
      confirm={startAgainText.confirm}
      running={bench.running}
      failure={bench.failure}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <Text>{startAgainText.state(facts.bench.word, facts.reseal.word)}</Text>
      <Text>{startAgainText.void}</Text>
      <StartLosses losses={startLossesOf(device)} />
    </ConfirmDialog>
  );
}
