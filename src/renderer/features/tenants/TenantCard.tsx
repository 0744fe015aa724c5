import { useState } from 'react';
import {
  Badge,
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  mergeClasses,
  Text,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { useCommand } from '../../api/useCommand.ts';
import { tenantText } from '../../text/tenants.ts';
import { useNotify } from '../../ui/notify.ts';
import { StatusWord } from '../../ui/StatusWord.tsx';
import { useLaneColours } from '../../ui/tenantColours.ts';
import { ChangeTenantDialog } from './ChangeTenantDialog.tsx';
import { PermissionsDialog } from '../directory/PermissionsDialog.tsx';
import { RefreshTenantButton } from '../tracking/RefreshTenantButton.tsx';
import { RemoveTenantDialog } from './RemoveTenantDialog.tsx';
import { TenantFacts } from './TenantFacts.tsx';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: '8px minmax(0, 1fr)',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    overflow: 'hidden',
  },
  lane: { forcedColorAdjust: 'none' },
  body: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalL,
  },
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalM },
  names: { display: 'grid', gap: tokens.spacingVerticalXXS, minWidth: 0, marginRight: 'auto' },
  name: { ...typographyStyles.subtitle1, margin: 0, overflowWrap: 'anywhere' },
  kind: { color: tokens.colorNeutralForeground2 },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, marginTop: 'auto' },
});

interface TenantCardProps {
  readonly tenant: TenantView;
  /** Signs in, and asks for that permission where one is given. */
  readonly onSignIn: (permission: string | null) => void;
}

type OpenDialog = 'permissions' | 'change' | 'remove' | null;

/** One tenant: whose it is, whether it may be used, and what can be done about that. */
export function TenantCard({ tenant, onSignIn }: TenantCardProps) {
  const styles = useStyles();
  const colours = useLaneColours();
  const notify = useNotify();
  const activate = useCommand('tenants.activate');
  const signOut = useCommand('tenants.signOut');
  const [open, setOpen] = useState<OpenDialog>(null);
  const isPractice = tenant.kind === 'practice';
  const isSignedIn = tenant.signIn.state === 'signedIn';
  const close = () => setOpen(null);

  async function makeActive(): Promise<void> {
    const outcome = await activate.run({ id: tenant.id });
    if (outcome.ok) notify.done(tenantText.nowActive(tenant.name));
  }

  async function leave(): Promise<void> {
    const outcome = await signOut.run({ id: tenant.id });
    if (outcome.ok) notify.done(tenantText.signedOut(tenant.name));
  }

  return (
    <li className={styles.root} data-focus-home tabIndex={-1} aria-label={tenant.name}>
      <span className={mergeClasses(styles.lane, colours[tenant.colour])} aria-hidden="true" />
      <div className={styles.body}>
        <div className={styles.head}>
          <div className={styles.names}>
            <h2 className={styles.name}>{tenant.name}</h2>
            <Text className={styles.kind}>{isPractice ? tenantText.practiceKind : tenantText.entraKind}</Text>
          </div>
          {tenant.active && (
            <Badge appearance="tint" color="brand" size="large">
              <StatusWord shape="done" word={tenantText.active} />
            </Badge>
          )}
          <Menu>
            <MenuTrigger disableButtonEnhancement>
              <Button
                size="large"
                appearance="subtle"
                icon={<MoreHorizontalRegular />}
                aria-label={tenantText.more(tenant.name)}
              />
            </MenuTrigger>
            <MenuPopover>
              <MenuList>
                {tenant.signIn.by === 'person' && !isPractice && isSignedIn && (
                  <MenuItem onClick={() => void leave()}>{tenantText.signOut}</MenuItem>
                )}
                <MenuItem onClick={() => setOpen('change')}>{tenantText.change}</MenuItem>
                <MenuItem onClick={() => setOpen('remove')}>{tenantText.remove}</MenuItem>
              </MenuList>
            </MenuPopover>
          </Menu>
        </div>
        <TenantFacts tenant={tenant} />
        <div className={styles.acts}>
          {!isPractice && tenant.signIn.by === 'person' && !isSignedIn && (
            <Button size="large" appearance="primary" onClick={() => onSignIn(null)}>
              {tenantText.signInAct}
            </Button>
          )}
          {!tenant.active && (
            <Button size="large" disabledFocusable={activate.running} onClick={() => void makeActive()}>
              {tenantText.activate}
            </Button>
          )}
          {(isPractice || isSignedIn || tenant.signIn.by === 'certificate') && (
            <RefreshTenantButton tenantId={tenant.id} />
          )}
          {(isPractice || isSignedIn || tenant.signIn.by === 'certificate') && (
            <Button size="large" onClick={() => setOpen('permissions')}>
              {tenantText.checkPermissions}
            </Button>
          )}
        </div>
      </div>
      {open === 'permissions' && (
        <PermissionsDialog
          tenant={tenant}
          onAsk={(permission) => {
            close();
            onSignIn(permission);
          }}
          onClose={close}
        />
      )}
      {open === 'change' && <ChangeTenantDialog tenant={tenant} onClose={close} />}
      {open === 'remove' && <RemoveTenantDialog tenant={tenant} onClose={close} />}
    </li>
  );
}
