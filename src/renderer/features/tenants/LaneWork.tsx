import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { laneText } from '../../text/tenants.ts';
import { narrow } from '../../ui/breakpoints.ts';
import { StatusWord } from '../../ui/StatusWord.tsx';
import { useWaitingChanges } from './useWaitingChanges.ts';
import { WaitingChanges } from './WaitingChanges.tsx';

const useStyles = makeStyles({
  sides: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    gap: tokens.spacingHorizontalL,
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  title: { ...typographyStyles.body1Strong, margin: `0 0 ${tokens.spacingVerticalS}` },
  list: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: 'none' },
  how: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingTop: tokens.spacingVerticalM },
  steps: { display: 'grid', gap: tokens.spacingVerticalS, margin: 0, paddingLeft: tokens.spacingHorizontalXXL },
});

/** What works for a customer that is not connected, what waits, and how it is connected. */
export function LaneWork({ tenant }: { readonly tenant: TenantView }) {
  const styles = useStyles();
  const waiting = useWaitingChanges(tenant.id);
  return (
    <>
      <div className={styles.sides}>
        <section aria-label={laneText.worksTitle}>
          <h3 className={styles.title}>{laneText.worksTitle}</h3>
          <ul className={styles.list}>
            {laneText.works.map((work) => (
              <li key={work}>
                <StatusWord shape="done" word={work} />
              </li>
            ))}
          </ul>
        </section>
        <section aria-label={laneText.waitsTitle}>
          <h3 className={styles.title}>{laneText.waitsTitle}</h3>
          <WaitingChanges waiting={waiting} none={laneText.nothingWaits} />
        </section>
      </div>
      <section className={styles.how} aria-label={laneText.howTitle}>
        <h3 className={styles.title}>{laneText.howTitle}</h3>
        <ol className={styles.steps}>
          {laneText.how(tenant.name).map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </section>
    </>
  );
}
