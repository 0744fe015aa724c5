import { KeyboardRegular, WindowNewRegular } from '@fluentui/react-icons';
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

/** The browser door only: the app's own window opens no others. */
const openAnother: ActOf<'nothing'> = {
  appliesTo: 'nothing',
  name: 'page.anotherWindow',
  label: shellText.anotherWindow,
  Icon: WindowNewRegular,
  alsoCalled: shellText.anotherWindowAlso,
  run: () => void window.open(window.location.href),
};

export const pageActs: readonly Act[] = 'reseal' in globalThis ? [showKeys] : [openAnother, showKeys];
