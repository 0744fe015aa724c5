import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { TenantView } from '../../shared/tenants/tenant.ts';
import { useLaneColours } from './tenantColours.ts';

const useStyles = makeStyles({
  root: { display: 'inline-flex', alignItems: 'center', gap: tokens.spacingHorizontalS, minWidth: 0 },
  lane: {
    flexShrink: 0,
    width: '6px',
    height: '20px',
    borderRadius: tokens.borderRadiusSmall,
    forcedColorAdjust: 'none',
  },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', fontWeight: tokens.fontWeightSemibold },
});

/** Whose device it is: the tenant's colour and name. */
export function TenantLane({ tenant }: { readonly tenant: Pick<TenantView, 'name' | 'colour'> }) {
  const styles = useStyles();
  const colours = useLaneColours();
  return (
    <span className={styles.root}>
      <span className={mergeClasses(styles.lane, colours[tenant.colour])} aria-hidden="true" />
      <span className={styles.name}>{tenant.name}</span>
    </span>
  );
}
