import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons';
import type { DeviceDetail } from '../../../shared/devices/deviceDetail.ts';
import { commonText } from '../../text/common.ts';
import { deviceText } from '../../text/device.ts';
import { Facts } from '../../ui/Facts.tsx';
import { When } from '../../ui/When.tsx';
import { DeploymentReport } from './DeploymentReport.tsx';
import { useRefresh } from './useRefresh.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalM },
  head: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: tokens.spacingHorizontalM },
});

/** What Microsoft sent last, property by property, in its own words. */
export function MicrosoftTab({ detail: { device, microsoft, microsoftReadAt } }: { readonly detail: DeviceDetail }) {
  const styles = useStyles();
  const { refresh, running } = useRefresh(device);
  return (
    <div className={styles.root}>
      <div className={styles.head}>
        {microsoftReadAt === null ? (
          <Text>{deviceText.microsoftEmpty}</Text>
        ) : (
          <Text>
            {deviceText.microsoftReadAt} <When at={microsoftReadAt} />
          </Text>
        )}
        <Button icon={<ArrowClockwiseRegular />} disabledFocusable={running} onClick={() => void refresh()}>
          {commonText.refresh}
        </Button>
      </div>
      <Facts facts={microsoft.map(({ name, value }) => ({ label: name, value }))} />
      <DeploymentReport device={device} />
    </div>
  );
}
