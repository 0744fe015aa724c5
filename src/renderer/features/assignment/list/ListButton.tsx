import { ActButton } from '../../../acts/ActButton.tsx';
import { useOffer } from '../../../acts/actsContext.ts';
import { changeByList } from '../assignmentActs.tsx';

/** Opens the place where a list is pasted. */
export function ListButton() {
  return <ActButton offer={useOffer(changeByList, { kind: 'reseal', status: null })} />;
}
