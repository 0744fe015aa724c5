import type { DeviceView } from '../../../shared/devices/deviceView.ts';
import { StatusWord } from '../../ui/StatusWord.tsx';

/** The code and name that the last run ended with; what they mean is the next step's sentence. */
export function BenchFailure({ device }: { readonly device: DeviceView }) {
  const { code = null, name = null } = device.benchError ?? {};
  const words = [code, name].filter((part) => part !== null).join(' · ');
  return words !== '' && <StatusWord shape="failed" word={words} />;
}
