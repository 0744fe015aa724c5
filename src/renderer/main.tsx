// First of all: whatever else is loaded may parse.
import './zodWithoutEval.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createClient } from './api/client.ts';
import { ClientContext } from './api/clientContext.ts';
import { createLoopbackTransport } from './api/loopbackTransport.ts';
import { createPreloadTransport } from './api/preloadTransport.ts';
import { createTabWayIn } from './api/tabWayIn.ts';
import type { Transport } from './api/transport.ts';
import { App } from './app/App.tsx';
import { LockGate } from './features/vault/LockGate.tsx';

const client = createClient(await chooseTransport());
const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root.');
createRoot(root).render(
  <StrictMode>
    <ClientContext value={client}>
      <LockGate>
        <App />
      </LockGate>
    </ClientContext>
  </StrictMode>,
);

/** The Electron window brings its own bridge; a browser tab speaks to the loopback door it came from. */
async function chooseTransport(): Promise<Transport> {
  if (window.reseal !== undefined) return createPreloadTransport(window.reseal);
  return createLoopbackTransport(await createTabWayIn(window));
}
