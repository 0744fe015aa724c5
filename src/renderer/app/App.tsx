import { Notifications } from '../ui/Notifications.tsx';
import { ScanProvider } from '../features/scan/ScanProvider.tsx';
import { Page } from './Page.tsx';
import { Shell } from './Shell.tsx';
import { WorkspaceProvider } from './WorkspaceProvider.tsx';

export function App() {
  return (
    <WorkspaceProvider>
      <Notifications>
        <ScanProvider>
          <Shell>
            <Page />
          </Shell>
        </ScanProvider>
      </Notifications>
    </WorkspaceProvider>
  );
}
