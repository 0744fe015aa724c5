import { useEffect, useRef, useState } from 'react';
import type { AdoptionAnswer } from '../../../../shared/devices/adoption.ts';
import type { Failure } from '../../../../shared/outcome/outcome.ts';
import { useClient } from '../../../api/clientContext.ts';

/** So many are asked for at a time: progress shows, and a stop loses nothing. */
const DEVICES_AT_ONCE = 100;

/** What came of it so far. */
export type AdoptionResult = AdoptionAnswer & {
  /** Those that were not asked for any more. */
  readonly left: number;
  readonly failure: Failure | null;
};

type AdoptionState =
  | { readonly phase: 'choosing'; readonly failure: Failure | null }
  | { readonly phase: 'running'; readonly done: number; readonly total: number }
  | { readonly phase: 'over'; readonly result: AdoptionResult; readonly toLeave: boolean };

const nothingYet: Omit<AdoptionResult, 'left'> = {
  adopted: 0,
  matched: 0,
  refused: [],
  deviceIds: [],
  adoptedIds: [],
  isRead: true,
  failure: null,
};

/** Takes devices in, part by part, until it is done or stopped. */
export function useAdoption(tenantId: string) {
  const client = useClient();
  const [state, setState] = useState<AdoptionState>({ phase: 'choosing', failure: null });
  /** Nothing more is asked for once it is aborted. */
  const asking = useRef(new AbortController());
  useEffect(() => () => asking.current.abort(), []);

  /** @param toLeave they come only to be deregistered */
  async function run(ztdIds: readonly string[], toLeave: boolean): Promise<void> {
    const { signal } = (asking.current = new AbortController());
    const total = ztdIds.length;
    let result: AdoptionResult = { ...nothingYet, left: total };
    setState({ phase: 'running', done: 0, total });
    while (result.left > 0 && !signal.aborted) {
      const done = total - result.left;
      const part = ztdIds.slice(done, done + DEVICES_AT_ONCE);
      const outcome = await client.call('devices.adopt', { tenantId, ztdIds: part, toLeave });
      if (!outcome.ok) {
        if (done === 0) {
          setState({ phase: 'choosing', failure: outcome.error });
          return;
        }
        result = { ...result, failure: outcome.error };
        break;
      }
      const { adopted, matched, refused, deviceIds, adoptedIds, isRead } = outcome.value;
      result = {
        adopted: result.adopted + adopted,
        matched: result.matched + matched,
        refused: [...result.refused, ...refused],
        deviceIds: [...result.deviceIds, ...deviceIds],
        adoptedIds: [...result.adoptedIds, ...adoptedIds],
        isRead: result.isRead && isRead,
        left: result.left - part.length,
        failure: null,
      };
      setState({ phase: 'running', done: total - result.left, total });
    }
    setState({ phase: 'over', result, toLeave });
  }

  return {
    state,
    run,
    /** What is on its way is finished; nothing more is asked for. */
    stop: () => asking.current.abort(),
  };
}
