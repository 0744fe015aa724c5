import { ActsProvider } from '../acts/ActsProvider.tsx';
import { allActs } from '../acts/registry.ts';
import { PaperProvider } from '../ui/PaperProvider.tsx';
import { ScannedRemoval } from '../features/scans/ScannedRemoval.tsx';
import { ScanProvider } from '../features/scans/ScanProvider.tsx';
import { MessagesBesideScans } from './MessagesBesideScans.tsx';
import { Failsafe } from './Failsafe.tsx';
import { Page } from './Page.tsx';
import { Shell } from './Shell.tsx';
import { WorkspaceProvider } from './WorkspaceProvider.tsx';

export function App() {
  return (
    <WorkspaceProvider>
      <ScanProvider>
        <MessagesBesideScans>
          <PaperProvider>
            <ActsProvider acts={allActs}>
              <Shell>
                <Failsafe>
                  <Page />
                </Failsafe>
              </Shell>
              <ScannedRemoval />
            </ActsProvider>
          </PaperProvider>
        </MessagesBesideScans>
      </ScanProvider>
    </WorkspaceProvider>
  );
}
