import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { DonorMark } from '../../../shared/boards/donorMark.ts';
import { boardText } from '../../text/boards.ts';

/** Says that a device must never be registered again, and why. */
export function DonorBar({ mark }: { readonly mark: DonorMark }) {
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{boardText.donor(mark.reason, mark.markedBy)}</MessageBarBody>
    </MessageBar>
  );
}
