import { CheckmarkCircleRegular, DeveloperBoardRegular, ProhibitedRegular } from '@fluentui/react-icons';
import type { Act, ActOf } from '../../acts/act.ts';
import { boardText } from '../../text/boards.ts';
import { BoardDialog } from './BoardDialog.tsx';
import { DonorDialog } from './DonorDialog.tsx';

export const lookAtBoard: ActOf<'device'> = {
  appliesTo: 'device',
  name: 'boards.look',
  label: boardText.act,
  alsoCalled: 'motherboard repair hash compare TPM disk network card',
  Icon: DeveloperBoardRegular,
  menu: 'look',
  dialog: ({ detail }, onClose) => <BoardDialog detail={detail} onClose={onClose} />,
};

const markDonor: ActOf<'device'> = {
  appliesTo: 'device',
  name: 'boards.markDonor',
  label: boardText.mark,
  alsoCalled: 'donor board parts',
  Icon: ProhibitedRegular,
  menu: 'leave',
  allowed: ({ detail }) => detail.donorMark === null || boardText.isMarked,
  dialog: ({ detail }, onClose) => <DonorDialog device={detail.device} isMarked={false} onClose={onClose} />,
};

const liftDonor: ActOf<'device'> = {
  appliesTo: 'device',
  name: 'boards.liftDonor',
  label: boardText.lift,
  Icon: CheckmarkCircleRegular,
  menu: 'leave',
  allowed: ({ detail }) => detail.donorMark !== null || boardText.isNotMarked,
  dialog: ({ detail }, onClose) => <DonorDialog device={detail.device} isMarked onClose={onClose} />,
};

export const boardActs: readonly Act[] = [lookAtBoard, markDonor, liftDonor];
