import { KeyboardRegular } from '@fluentui/react-icons';
import type { Act, ActOf } from '../acts/act.ts';
import { shellText } from '../text/shell.ts';
import { KeyHelp } from './KeyHelp.tsx';

export const showKeys: ActOf<'nothing'> = {
  appliesTo: 'nothing',
  name: 'page.keys',
  label: shellText.keys,
  Icon: KeyboardRegular,
  alsoCalled: shellText.keysAlso,
  key: { press: '?', help: shellText.keysHelp },
  dialog: (_, onClose) => <KeyHelp onClose={onClose} />,
};

export const pageActs: readonly Act[] = [showKeys];
