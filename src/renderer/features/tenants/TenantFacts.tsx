import type { ReactNode } from 'react';
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { TenantView } from '../../../shared/api/contract/microsoft.ts';
import { tenantText } from '../../text/tenants.ts';
import { FactList } from '../../ui/FactList.tsx';
import { Serial } from '../../ui/Serial.tsx';
import type { Shape } from '../../ui/StatusShape.tsx';
import { StatusWord } from '../../ui/StatusWord.tsx';
import { When } from '../../ui/When.tsx';

const useStyles = makeStyles({
  signIn: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  account: { overflowWrap: 'anywhere' },
});

const signInShapes = {
  signedOut: 'open',
  signingIn: 'running',
  signedIn: 'done',
  expired: 'warning',
} as const satisfies Record<TenantView['signIn']['state'], Shape>;

/** What is known of a tenant, line by line. */
export function TenantFacts({ tenant }: { readonly tenant: TenantView }) {
  const styles = useStyles();
  const { facts } = tenantText;
  const { signIn } = tenant;
  const refreshed = tenant.lastRefreshedAt === null ? tenantText.never : <When at={tenant.lastRefreshedAt} />;
  const lines: [string, ReactNode][] =
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
          [facts.tokens, tenantText.tokens[signIn.tokens]],
          [
            facts.directory,
            <Serial key="directory" wrap>
              {tenant.directoryId ?? ''}
            </Serial>,
          ],
          [
            facts.application,
            <Serial key="application" wrap>
              {tenant.clientId ?? ''}
            </Serial>,
          ],
          ...(tenant.cloud === 'global'
            ? []
            : [[facts.cloud, tenantText.clouds[tenant.cloud]] satisfies [string, string]]),
        ];
  return (
    <>
      {tenant.kind === 'practice' && <Text>{tenantText.practiceHint}</Text>}
      <FactList facts={[...lines, [facts.devices, tenantText.devices(tenant.devices)], [facts.refreshed, refreshed]]} />
    </>
  );
}
