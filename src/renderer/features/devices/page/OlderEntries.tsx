import { useState } from 'react';
import type { InputOf } from '../../../../shared/api/contract.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { Loaded } from '../../../ui/Loaded.tsx';
import { ShowMore } from '../../../ui/ShowMore.tsx';
import { TimelineEntries } from './TimelineEntries.tsx';

interface OlderEntriesProps {
  /** Which history, and from where on. */
  readonly from: Pick<InputOf<'devices.timeline'>, 'id' | 'subject'> & { readonly offset: number };
  readonly total: number;
}

/** What happened before the entries that are shown; it comes when it is asked for. */
export function OlderEntries({ from, total }: OlderEntriesProps) {
  const [isOpen, setIsOpen] = useState(false);
  const reading = useProcedure('devices.timeline', isOpen ? from : null, ['devices.changed']);
  if (!isOpen) return <ShowMore shown={from.offset} total={total} onMore={() => setIsOpen(true)} />;
  return (
    <Loaded reading={reading}>
      {({ entries }) => (
        <>
          <TimelineEntries entries={entries} />
          <OlderEntries from={{ ...from, offset: from.offset + entries.length }} total={total} />
        </>
      )}
    </Loaded>
  );
}
