import type { ReactNode } from 'react';
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { isConnected } from '../../../shared/tenants/connected.ts';
import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { tenantText } from '../../text/tenants.ts';
import { Serial } from '../../ui/Serial.tsx';
import type { Shape } from '../../ui/StatusShape.tsx';
import { StatusWord } from '../../ui/StatusWord.tsx';
import { When } from '../../ui/When.tsx';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
  },
  label: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
  signIn: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  account: { overflowWrap: 'anywhere' },
});

const signInShapes = {
  notConnected: 'open',
  signedOut: 'open',
  signingIn: 'running',
  signedIn: 'done',
  expired: 'warning',
} as const satisfies Record<TenantView['signIn']['state'], Shape>;

type Line = readonly [label: string, value: ReactNode];

/** What is known of a tenant, line by line. */
export function TenantFacts({ tenant }: { readonly tenant: TenantView }) {
  const styles = useStyles();
  const { facts } = tenantText;
  const { signIn } = tenant;
  const refreshed = tenant.lastRefreshedAt === null ? tenantText.never : <When at={tenant.lastRefreshedAt} />;
  const lines: readonly Line[] =
    tenant.kind === 'practice'
      ? [[facts.signIn, <StatusWord key="practice" shape="done" word={tenantText.noSignIn} />]]
      : [
          [
            facts.signIn,
            <span key="signIn" className={styles.signIn}>
              <StatusWord shape={signInShapes[signIn.state]} word={tenantText.signIn[signIn.state]} />
              {signIn.account !== null && <span className={styles.account}>{signIn.account}</span>}
            </span>,
          ],
          ...(isConnected(tenant) ? boundLines(tenant) : []),
        ];
  return (
    <>
      {tenant.kind === 'practice' && <Text>{tenantText.practiceHint}</Text>}
      <dl className={styles.list}>
        {[
          ...lines,
          [facts.devices, tenantText.devices(tenant.devices)] as const,
          ...(isConnected(tenant) ? [[facts.refreshed, refreshed] as const] : []),
        ].map(([label, value]) => [
          <dt key={`${label} label`} className={styles.label}>
            {label}
          </dt>,
          <dd key={label} className={styles.value}>
            {value}
          </dd>,
        ])}
      </dl>
    </>
  );
}

/** What is known of a tenant once it is connected. */
function boundLines({ signIn, directoryId, clientId, cloud }: TenantView): readonly Line[] {
  const { facts } = tenantText;
  return [
    [facts.tokens, signIn.by === 'certificate' ? tenantText.byCertificate : tenantText.tokens[signIn.tokens]],
    [
      facts.directory,
      <Serial key="directory" wrap>
        {directoryId ?? ''}
      </Serial>,
    ],
    [
      facts.application,
      <Serial key="application" wrap>
        {clientId ?? ''}
      </Serial>,
    ],
    ...(cloud === 'global' ? [] : [[facts.cloud, tenantText.clouds[cloud]] as const]),
  ];
}
