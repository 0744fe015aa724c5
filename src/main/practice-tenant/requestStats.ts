import type { JsonObject } from './protocol/graphMessages.ts';

/** Counts requests by method and route, for benches and for people who wonder what a client does. */
export interface RequestStats {
  count(route: string, status: number | 'dropped'): void;
  clear(): void;
  summary(): JsonObject;
}

/** Counts since the tenant started; for tests and the bench, no part of Graph. */
export function createRequestStats(): RequestStats {
  const byRoute = new Map<string, number>();
  const byStatus = new Map<string, number>();
  let total = 0;
  const increment = (counts: Map<string, number>, key: string): void =>
    void counts.set(key, (counts.get(key) ?? 0) + 1);

  return {
    count(route, status) {
      total += 1;
      increment(byRoute, route);
      increment(byStatus, String(status));
    },
    clear() {
      total = 0;
      byRoute.clear();
      byStatus.clear();
    },
    summary: () => ({ total, byRoute: Object.fromEntries(byRoute), byStatus: Object.fromEntries(byStatus) }),
  };
}
