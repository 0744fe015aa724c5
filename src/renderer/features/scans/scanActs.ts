import { CameraRegular } from '@fluentui/react-icons';
import type { Act, ActOf } from '../../acts/act.ts';
import { scanText } from '../../text/scans.ts';

const scanWithCamera: ActOf<'nothing'> = {
  appliesTo: 'nothing',
  name: 'scans.camera',
  label: scanText.camera,
  Icon: CameraRegular,
  run: (_, { openCamera }) => openCamera(),
};

export const scanActs: readonly Act[] = [scanWithCamera];
