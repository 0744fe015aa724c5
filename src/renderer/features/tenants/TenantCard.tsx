import {
  Badge,
  Button,
  makeStyles,
  Menu,
  MenuList,
  MenuPopover,
  MenuTrigger,
  mergeClasses,
  Text,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import { isConnected } from '../../../shared/tenants/connected.ts';
import type { TenantView } from '../../../shared/tenants/tenant.ts';
import type { Act } from '../../acts/act.ts';
import { ActButton } from '../../acts/ActButton.tsx';
import { ActMenuItem } from '../../acts/ActMenuItem.tsx';
import { useOffers } from '../../acts/actsContext.ts';
import { tenantText } from '../../text/tenants.ts';
import { StatusWord } from '../../ui/StatusWord.tsx';
import { useLaneColours } from '../../ui/tenantColours.ts';
import { showConsent } from '../consent/consentActs.tsx';
import { showEsp } from '../esp/espActs.tsx';
import { showGroups } from '../groups/groupActs.tsx';
import { showAssociations, showIdentifiers } from '../identifiers/identifierActs.tsx';
import { checkTenant } from '../preflight/preflightActs.tsx';
import { showPreparation, showPreparationReport } from '../preparation/preparationActs.tsx';
import { showProfiles } from '../profiles/profileActs.tsx';
import { changeRules } from '../scenarios/scenarioActs.tsx';
import { refreshTenantAct } from '../tracking/trackingActs.tsx';
import {
  activateTenant,
  addSamples,
  changeTenant,
  checkPermissions,
  chooseMood,
  connectTenant,
  letSend,
  openBox,
  removeTenant,
  signIn,
  signOut,
  takeTour,
} from './tenantActs.tsx';
import { LaneWork } from './LaneWork.tsx';
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
  lookedUp: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingTop: tokens.spacingVerticalM },
  subtitle: { ...typographyStyles.body1Strong, margin: 0, color: tokens.colorNeutralForeground2 },
  // The words of the buttons begin where the heading does.
  links: { display: 'flex', flexWrap: 'wrap', marginLeft: `calc(-1 * ${tokens.spacingHorizontalL})` },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, marginTop: 'auto' },
});

/** What a card offers besides its menu: what is done now and then, and what is looked up. */
const cardActs: readonly Act[] = [connectTenant, letSend, signIn, activateTenant, refreshTenantAct, checkPermissions];
const practiceActs: readonly Act[] = [addSamples, takeTour, openBox, chooseMood];
const lookedUp: readonly { readonly title: string; readonly acts: readonly Act[] }[] = [
  {
    title: tenantText.decides,
    acts: [showConsent, checkTenant, changeRules, showProfiles, showEsp, showGroups, showPreparation],
  },
  { title: tenantText.lists, acts: [showIdentifiers, showAssociations, showPreparationReport] },
];

/** One tenant: whose it is, whether it may be used, and what can be done about that. */
export function TenantCard({ tenant }: { readonly tenant: TenantView }) {
  const styles = useStyles();
  const colours = useLaneColours();
  const isPractice = tenant.kind === 'practice';
  const allowed = useOffers({ kind: 'tenant', tenant, status: null }).filter(({ reason }) => reason === null);
  const practising = useOffers({ kind: 'reseal', status: null }).filter(({ act }) => practiceActs.includes(act));
  const primary = [connectTenant, signIn, letSend].find((act) => allowed.some((offer) => offer.act === act));
  const offersOf = (acts: readonly Act[]) => acts.flatMap((act) => allowed.find((offer) => offer.act === act) ?? []);

  return (
    <li className={styles.root} data-focus-home tabIndex={-1} aria-label={tenant.name}>
      <span className={mergeClasses(styles.lane, colours[tenant.colour])} aria-hidden="true" />
      <div className={styles.body}>
        <div className={styles.head}>
          <div className={styles.names}>
            <h2 className={styles.name}>{tenant.name}</h2>
            <Text className={styles.kind}>{kindOf(tenant)}</Text>
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
                {offersOf([signOut, changeTenant, removeTenant]).map((offer) => (
                  <ActMenuItem key={offer.id} offer={offer} plain />
                ))}
              </MenuList>
            </MenuPopover>
          </Menu>
        </div>
        <TenantFacts tenant={tenant} />
        {!isConnected(tenant) && <LaneWork tenant={tenant} />}
        <div className={styles.acts}>
          {offersOf(cardActs).map((offer) => (
            <ActButton
              key={offer.id}
              offer={offer}
              appearance={offer.act === primary ? 'primary' : 'secondary'}
              plain={offer.act !== refreshTenantAct}
            />
          ))}
          {isPractice && practising.map((offer) => <ActButton key={offer.id} offer={offer} plain />)}
        </div>
        {lookedUp.map(({ title, acts }) => {
          const offers = offersOf(acts);
          return (
            offers.length > 0 && (
              <section key={title} className={styles.lookedUp} aria-label={title}>
                <h3 className={styles.subtitle}>{title}</h3>
                <div className={styles.links}>
                  {offers.map((offer) => (
                    <ActButton key={offer.id} offer={offer} appearance="subtle" plain />
                  ))}
                </div>
              </section>
            )
          );
        })}
      </div>
    </li>
  );
}

function kindOf(tenant: TenantView): string {
  if (tenant.kind === 'practice') return tenantText.practiceKind;
  return isConnected(tenant) ? tenantText.entraKind : tenantText.laneKind;
}
