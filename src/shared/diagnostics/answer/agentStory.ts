import type { Evidence } from '../evidence.ts';
import type { AppChange } from '../text/agentLogReader.ts';

/** What the logs of Intune's agent tell beside the registry. */
export interface AgentStory {
  /** The newest changes of apps, by the clock of the device; nothing tells its offset from UTC. */
  readonly changes: readonly (AppChange & { readonly name: string | null; readonly file: string })[];
  readonly failedDownloads: number;
  /** Installers that took longer than they may. */
  readonly timeouts: number;
  /** Lines that say “error”. */
  readonly errors: number;
}

const MOST_CHANGES = 100;

export function agentStory({ agentLogs }: Evidence): AgentStory {
  const names = new Map(agentLogs.flatMap(({ value }) => [...value.names]));
  const changes = agentLogs
    .flatMap(({ file, value }) =>
      value.changes.map((change) => ({ ...change, name: names.get(change.app) ?? null, file })),
    )
    .toSorted((one, other) => ((one.at ?? '') < (other.at ?? '') ? -1 : (one.at ?? '') > (other.at ?? '') ? 1 : 0));
  const sum = (count: (log: (typeof agentLogs)[number]['value']) => number): number =>
    agentLogs.reduce((all, { value }) => all + count(value), 0);
  return {
    changes: changes.slice(-MOST_CHANGES),
    failedDownloads: sum((log) => log.failedDownloads),
    timeouts: sum((log) => log.timeouts),
    errors: sum((log) => log.errors),
  };
}
