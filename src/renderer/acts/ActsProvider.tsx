import { useCallback, useMemo, useState, type ReactNode } from 'react';
import type { TenantView } from '../../shared/tenants/tenant.ts';
import { useClient } from '../api/clientContext.ts';
import { formatAddress } from '../app/address.ts';
import { useAddress } from '../app/navigation.ts';
import { useWorkspace } from '../app/workspace.ts';
import { useMakePaper } from '../ui/makePaper.ts';
import { useScan } from '../features/scans/scanContext.ts';
import { useNotify } from '../ui/notify.ts';
import type { Act, ActTools, AtHand } from './act.ts';
import { ActsContext, type ActsContextValue } from './actsContext.ts';
import { useAtHand, type OnScreen } from './atHand.ts';
import { offerOf, type Offer } from './offer.ts';
import { useTellQueued } from './useTellQueued.ts';

/** The question that is open, and the place and the next step at which it was asked. */
interface Asked {
  readonly act: Act;
  readonly on: AtHand;
  readonly address: string;
  readonly step: string | null;
}

interface ActsProviderProps {
  readonly acts: readonly Act[];
  readonly children: ReactNode;
}

/** Runs the acts of the page, and shows the dialog of the one that asks first. */
export function ActsProvider({ acts, children }: ActsProviderProps) {
  const client = useClient();
  const notify = useNotify();
  const makePaper = useMakePaper();
  const tellQueued = useTellQueued();
  const workspace = useWorkspace();
  const { openCamera, showDevice, spendScan } = useScan();
  const { onScreen } = useAtHand();
  const address = formatAddress(useAddress());
  const [running, setRunning] = useState<readonly string[]>([]);
  const [asked, setAsked] = useState<Asked | null>(null);

  const ask = useCallback((act: Act, on: AtHand) => setAsked({ act, on, address, step: stepOf(on) }), [address]);
  const tools = useMemo<ActTools>(
    () => ({
      client,
      notify,
      makePaper,
      tellQueued,
      ask,
      openCamera,
      showDevice,
      command: async (name, input) => {
        const outcome = await client.call(name, input);
        if (!outcome.ok) notify.failed(outcome.error);
        return outcome;
      },
    }),
    [client, notify, makePaper, tellQueued, ask, openCamera, showDevice],
  );
  const value = useMemo<ActsContextValue>(() => {
    async function run({ id, act, on, does }: Offer): Promise<void> {
      if ('dialog' in does) {
        ask(act, on);
        return;
      }
      setRunning((ids) => [...ids, id]);
      try {
        await does.run(tools);
      } finally {
        setRunning((ids) => ids.toSpliced(ids.indexOf(id), 1));
      }
    }
    return { acts, tools, run: (offer) => void run(offer), isRunning: ({ id }) => running.includes(id) };
  }, [acts, tools, ask, running]);

  const on = asked === null ? null : asItIsNow(asked.on, onScreen, workspace.tenants);
  const does = asked === null || on === null ? undefined : offerOf(asked.act, on, workspace)?.does;
  const dialog = does !== undefined && 'dialog' in does ? does : null;
  // A scan may answer the question, or another bench; and it belongs to the place where it was asked.
  const isOver =
    asked !== null &&
    (dialog === null || asked.address !== address || (dialog.isAboutStep && on !== null && stepOf(on) !== asked.step));
  if (isOver) setAsked(null);

  return (
    <ActsContext value={value}>
      {children}
      {dialog !== null &&
        !isOver &&
        dialog.dialog(() => {
          // The next step waits for another scan, so that a second Enter does nothing.
          spendScan();
          setAsked(null);
        })}
    </ActsContext>
  );
}

/** The target of the question with its present values; null where it is no longer on screen. */
function asItIsNow(on: AtHand, onScreen: OnScreen, tenants: readonly TenantView[]): AtHand | null {
  switch (on.kind) {
    case 'device':
      return onScreen?.kind === 'device' && onScreen.detail.device.id === on.detail.device.id ? onScreen : null;
    case 'selection':
      return onScreen?.kind === 'selection' ? onScreen : null;
    case 'tenant': {
      const tenant = tenants.find(({ id }) => id === on.tenant.id);
      return tenant === undefined ? null : { ...on, tenant };
    }
    case 'reseal':
      return on;
  }
}

function stepOf(on: AtHand): string | null {
  return on.kind === 'device' ? on.detail.device.nextStep.code : null;
}
