import { Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import type { AnswerColour } from '../../../shared/scans/answerBand.ts';
import { scanText } from '../../text/scans.ts';
import { BandButton } from '../../ui/BandButton.tsx';
import type { ScanAnswer } from './scanAnswer.ts';
import { useScan, type Asked } from './scanContext.ts';

/** As many stand side by side; more are a menu, so that the answer keeps its height. */
const MOST_BESIDE = 2;

interface AnswerChoicesProps {
  readonly answer: ScanAnswer;
  readonly colour: AnswerColour;
  readonly isFresh: boolean;
  readonly asked: Asked;
}

/** The devices that may be meant. Enter takes none of them. */
export function AnswerChoices({ answer: { choices }, colour, isFresh, asked }: AnswerChoicesProps) {
  const { choose } = useScan();
  if (choices.length > MOST_BESIDE) {
    return (
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton size="large">{scanText.whichOne(choices.length)}</MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {choices.map(({ deviceId, words }) => (
              <MenuItem key={deviceId} onClick={() => choose({ ...asked, deviceId })}>
                {words}
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    );
  }
  return choices.map(({ deviceId, words }) => (
    <BandButton key={deviceId} colour={colour} isFresh={isFresh} onClick={() => choose({ ...asked, deviceId })}>
      {words}
    </BandButton>
  ));
}
