import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { DeviceDetail } from '../../../shared/devices/deviceDetail.ts';
import { useActs, useOffer } from '../../acts/actsContext.ts';
import { commonText } from '../../text/common.ts';
import { reportText } from '../../text/tracking.ts';
import { Facts } from '../../ui/Facts.tsx';
import { When } from '../../ui/When.tsx';
import { DeploymentReport } from './DeploymentReport.tsx';
import { refresh } from './trackingActs.tsx';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalM },
  head: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: tokens.spacingHorizontalM },
});

/** What Microsoft sent last, property by property, in its own words. */
export function MicrosoftTab({ detail }: { readonly detail: DeviceDetail }) {
  const { device, microsoft, microsoftReadAt } = detail;
  const styles = useStyles();
  const { run, isRunning } = useActs();
  const reading = useOffer(refresh, { kind: 'device', detail });
  return (
    <div className={styles.root}>
      <div className={styles.head}>
        {microsoftReadAt === null ? (
          <Text>{reportText.microsoftEmpty}</Text>
        ) : (
          <Text>
            {reportText.microsoftReadAt} <When at={microsoftReadAt} />
          </Text>
        )}
        <Button icon={<refresh.Icon />} disabledFocusable={isRunning(reading)} onClick={() => run(reading)}>
          {commonText.refresh}
        </Button>
      </div>
      <Facts facts={microsoft.map(({ name, value }) => ({ label: name, value }))} />
      <DeploymentReport device={device} />
    </div>
  );
}
