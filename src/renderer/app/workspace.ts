import { createContext, useContext } from 'react';
import type { TenantView } from '../../shared/tenants/tenant.ts';
import type { Settings } from '../../shared/settings/settings.ts';

/** What every screen stands on: the settings, and whose devices are shown. */
export interface Workspace {
  readonly settings: Settings;
  readonly tenants: readonly TenantView[];
  readonly tenant: TenantView | null;
}

export const WorkspaceContext = createContext<Workspace | null>(null);

/** The tenant that is worked for, and the others. Throws above the shell, where none is known yet. */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (workspace === null) throw new Error('There is no workspace above this component.');
  return workspace;
}
