import { DocumentCheckmarkRegular, DocumentEditRegular } from '@fluentui/react-icons';
import type { Act, ActOf } from '../../acts/act.ts';
import { profileJsonText } from '../../text/profileJson.ts';
import { ByHandDialog } from './ByHandDialog.tsx';
import { CheckFileDialog } from './CheckFileDialog.tsx';

/** Needs no customer and no network. */
export const checkProfileJson: ActOf<'nothing'> = {
  appliesTo: 'nothing',
  name: 'profileJson.check',
  label: profileJsonText.check,
  Icon: DocumentCheckmarkRegular,
  alsoCalled: profileJsonText.checkAlso,
  dialog: (_, onClose) => <CheckFileDialog onClose={onClose} />,
};

export const makeProfileJsonByHand: ActOf<'nothing'> = {
  appliesTo: 'nothing',
  name: 'profileJson.byHand',
  label: profileJsonText.byHand,
  Icon: DocumentEditRegular,
  alsoCalled: profileJsonText.byHandAlso,
  dialog: (_, onClose) => <ByHandDialog onClose={onClose} />,
};

export const profileJsonActs: readonly Act[] = [checkProfileJson, makeProfileJsonByHand];
