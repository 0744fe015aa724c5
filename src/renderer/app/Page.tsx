import { ActivityScreen } from '../features/jobs/ActivityScreen.tsx';
import { ListScreen } from '../features/assignment/list/ListScreen.tsx';
import { BenchScreen } from '../features/bench/BenchScreen.tsx';
import { ChecklistScreen } from '../features/checklists/ChecklistScreen.tsx';
import { OwnChecklistScreen } from '../features/checklists/own/OwnChecklistScreen.tsx';
import { OwnChecklistsScreen } from '../features/checklists/own/OwnChecklistsScreen.tsx';
import { ChecklistsScreen } from '../features/checklists/ChecklistsScreen.tsx';
import { DeviceScreen } from '../features/devices/page/DeviceScreen.tsx';
import { IntakeScreen } from '../features/intake/IntakeScreen.tsx';
import { useFilesFromElsewhere } from '../features/intake/useFilesFromElsewhere.ts';
import { QueueScreen } from '../features/devices/queue/QueueScreen.tsx';
import { CollectScreen } from '../features/scans/collect/CollectScreen.tsx';
import { ShiftScreen } from '../features/shift/ShiftScreen.tsx';
import { SettingsScreen } from '../features/settings/SettingsScreen.tsx';
import { TenantsScreen } from '../features/tenants/TenantsScreen.tsx';
import { HelpScreen } from '../features/knowledge/HelpScreen.tsx';
import { WelcomeScreen } from './welcome/WelcomeScreen.tsx';
import { Nowhere } from './Nowhere.tsx';
import { WallScreen } from '../features/bench/wall/WallScreen.tsx';
import { useAddress } from './navigation.ts';
import { useWorkspace } from './workspace.ts';

/** The screen of the present address. */
export function Page() {
  const address = useAddress();
  const { tenants } = useWorkspace();
  useFilesFromElsewhere();
  switch (address.page) {
    case 'start':
      return tenants.length === 0 ? <WelcomeScreen /> : <QueueScreen preset={null} />;
    case 'bench':
      return <BenchScreen />;
    case 'wall':
      return <WallScreen />;
    case 'queue':
      return <QueueScreen preset={address} />;
    case 'device':
      return <DeviceScreen key={address.id} id={address.id} />;
    case 'settings':
      return <SettingsScreen />;
    case 'tenants':
      return <TenantsScreen />;
    case 'welcome':
      return <WelcomeScreen />;
    case 'intake':
      return <IntakeScreen />;
    case 'list':
      return <ListScreen />;
    case 'collect':
      return <CollectScreen />;
    case 'checklists':
      return <ChecklistsScreen />;
    case 'checklist':
      return <ChecklistScreen key={address.id} id={address.id} />;
    case 'ownChecklists':
      return <OwnChecklistsScreen />;
    case 'ownChecklist':
      return <OwnChecklistScreen key={address.id} id={address.id} />;
    case 'activity':
      return <ActivityScreen />;
    case 'shift':
      return <ShiftScreen />;
    case 'help':
      return <HelpScreen key={address.search} search={address.search} />;
    case 'nowhere':
      return <Nowhere />;
  }
}
