import {
  Badge,
  Button,
  makeStyles,
  Menu,
  MenuDivider,
  MenuItemLink,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
} from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons';
import { useCommand } from '../api/useCommand.ts';
import { shellText } from '../text/shell.ts';
import { TenantLane } from '../ui/TenantLane.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { formatAddress } from './address.ts';
import { useWorkspace } from './workspace.ts';

const useStyles = makeStyles({
  button: { maxWidth: '280px', minWidth: 0 },
  content: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minWidth: 0 },
});

/** Whose devices are on screen, and the way to another tenant's. */
export function TenantSwitch() {
  const styles = useStyles();
  const { tenants, tenant } = useWorkspace();
  const activate = useCommand('tenants.activate');
  if (tenant === null) return <LinkButton to={{ page: 'tenants' }}>{shellText.noTenant}</LinkButton>;
  return (
    <Menu
      checkedValues={{ tenant: [tenant.id] }}
      onCheckedValueChange={(_, { checkedItems }) => {
        const [id] = checkedItems;
        if (id !== undefined) void activate.run({ id });
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          size="large"
          appearance="subtle"
          className={styles.button}
          icon={<ChevronDownRegular />}
          iconPosition="after"
          aria-label={shellText.switchTenant(tenant.name)}
        >
          <span className={styles.content}>
            <TenantLane tenant={tenant} />
            {tenant.kind === 'practice' && (
              <Badge appearance="outline" color="informative">
                {shellText.practice}
              </Badge>
            )}
          </span>
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {tenants.map((each) => (
            <MenuItemRadio key={each.id} name="tenant" value={each.id}>
              <TenantLane tenant={each} />
            </MenuItemRadio>
          ))}
          <MenuDivider />
          <MenuItemLink href={formatAddress({ page: 'tenants' })}>{shellText.manageTenants}</MenuItemLink>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
