import { makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { useProcedure } from '../../api/useProcedure.ts';
import { laneText } from '../../text/tenants.ts';
import { StatusWord } from '../../ui/StatusWord.tsx';

const useStyles = makeStyles({
  title: { ...typographyStyles.body1Strong, margin: `0 0 ${tokens.spacingVerticalS}` },
  list: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: 'none' },
});

/** What the tenant of a customer has registered, beside what is about to be sent there: the queue's own devices, and others. */
export function RegisteredThere({ tenantId }: { readonly tenantId: string }) {
  const styles = useStyles();
  const topics = ['devices.changed', 'tenants.changed'] as const;
  const ours = useProcedure('devices.list', { tenantId, registration: ['registered'], limit: 1 }, topics);
  const others = useProcedure('devices.inTenant', { tenantId, limit: 1 }, topics);
  if (ours.state !== 'ready' || others.state !== 'ready') return null;
  const { matching } = ours.value;
  const { total, readAt } = others.value;
  return (
    <section aria-label={laneText.thereTitle}>
      <h3 className={styles.title}>{laneText.thereTitle}</h3>
      {readAt === null ? (
        <Text>{laneText.thereNotRead}</Text>
      ) : (
        <ul className={styles.list}>
          <li>
            <StatusWord shape="done" word={laneText.thereOurs(matching)} />
          </li>
          <li>
            <StatusWord shape="open" word={laneText.thereOthers(total)} />
          </li>
        </ul>
      )}
    </section>
  );
}
