import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Client } from './client.ts';
import type { Connection } from './transport.ts';

export const ClientContext = createContext<Client | null>(null);

/** The page's one client. Throws where no `ClientContext` stands above, which is a mistake of the page. */
export function useClient(): Client {
  const client = useContext(ClientContext);
  if (client === null) throw new Error('There is no client above this component.');
  return client;
}

/** Whether the backend can be reached, told at every change. */
export function useConnection(): Connection {
  const client = useClient();
  return useSyncExternalStore(client.watchConnection, client.connection);
}
