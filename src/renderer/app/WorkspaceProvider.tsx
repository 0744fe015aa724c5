import type { ReactNode } from 'react';
import { useConnection } from '../api/clientContext.ts';
import { useProcedure } from '../api/useProcedure.ts';
import { commonText } from '../text/common.ts';
import { shellText } from '../text/shell.ts';
import { Waiting } from '../ui/Waiting.tsx';
import { WorkspaceContext } from './workspace.ts';
import { AppTheme } from './AppTheme.tsx';

/** Reads the settings and the tenants before anything else is shown, and keeps them current. */
export function WorkspaceProvider({ children }: { readonly children: ReactNode }) {
  const settings = useProcedure('settings.read', {}, ['settings.changed']);
  const tenants = useProcedure('tenants.list', {}, ['tenants.changed']);
  const connection = useConnection();

  if (settings.state !== 'ready' || tenants.state !== 'ready') {
    const failure =
      settings.state === 'failed' ? settings.failure : tenants.state === 'failed' ? tenants.failure : null;
    const refused = connection === 'refused' ? shellText.connection.refused : null;
    const sentence = refused ?? (failure === null ? commonText.loading : `${failure.message} ${failure.remedy ?? ''}`);
    return (
      <AppTheme theme="system">
        <Waiting sentence={sentence} busy={refused === null && failure === null} />
      </AppTheme>
    );
  }
  const workspace = {
    settings: settings.value,
    tenants: tenants.value.tenants,
    tenant: tenants.value.tenants.find((tenant) => tenant.active) ?? null,
  };
  return (
    <WorkspaceContext value={workspace}>
      <AppTheme theme={settings.value.theme}>{children}</AppTheme>
    </WorkspaceContext>
  );
}
