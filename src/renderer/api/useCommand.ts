import { useCallback, useState } from 'react';
import type { InputOf, OutputOf, ProcedureName } from '../../shared/api/contract.ts';
import type { Failure, Outcome } from '../../shared/outcome/outcome.ts';
import { useNotify } from '../ui/notify.ts';
import { useClient } from './clientContext.ts';

export interface Command<Name extends ProcedureName> {
  readonly run: (input: InputOf<Name>) => Promise<Outcome<OutputOf<Name>>>;
  readonly running: boolean;
  /** Why the last run failed; null once it runs again. */
  readonly failure: Failure | null;
}

/**
 * Runs a command. A failure is told as a toast, unless the caller shows `failure` itself, as a dialog does
 * (`{ showsFailure: true }`).
 */
export function useCommand<Name extends ProcedureName>(
  name: Name,
  { showsFailure = false }: { readonly showsFailure?: boolean } = {},
): Command<Name> {
  const client = useClient();
  const notify = useNotify();
  const [running, setRunning] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const run = useCallback(
    async (input: InputOf<Name>) => {
      setRunning(true);
      setFailure(null);
      const outcome = await client.call(name, input);
      setRunning(false);
      if (!outcome.ok) {
        setFailure(outcome.error);
        if (!showsFailure) notify.failed(outcome.error);
      }
      return outcome;
    },
    [client, name, notify, showsFailure],
  );
  return { run, running, failure };
}
