import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { DeviceView } from '../../../shared/devices/deviceView.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { deviceText } from '../../text/device.ts';
import { Facts } from '../../ui/Facts.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { useNotify } from '../../ui/notify.ts';
import { When } from '../../ui/When.tsx';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalM },
  head: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: tokens.spacingHorizontalM },
});

/** What Intune's deployment report says about the device, event by event, as it came. */
export function DeploymentReport({ device }: { readonly device: Pick<DeviceView, 'id' | 'tenantId'> }) {
  const styles = useStyles();
  const notify = useNotify();
  const reading = useProcedure('tracking.events', { deviceId: device.id }, ['devices.changed']);
  const { run, running } = useCommand('tracking.readEvents');

  async function read(): Promise<void> {
    const outcome = await run({ tenantId: device.tenantId });
    if (outcome.ok) notify.done(deviceText.reportRead(outcome.value.read));
  }

  return (
    <section className={styles.root} aria-label={deviceText.report}>
      <div className={styles.head}>
        <Text weight="semibold">{deviceText.report}</Text>
        <Button disabledFocusable={running} onClick={() => void read()}>
          {deviceText.reportReadNow}
        </Button>
      </div>
      <Loaded reading={reading}>
        {({ events }) =>
          events.length === 0 ? (
            <Text>{deviceText.reportEmpty}</Text>
          ) : (
            events.map(({ id, at, properties, policies }) => (
              <div key={id}>
                <When at={at} />
                <Facts facts={properties.map(({ name, value }) => ({ label: name, value }))} />
                {policies.length > 0 && <Text weight="semibold">{deviceText.reportPolicies}</Text>}
                {policies.map((policy) => (
                  <Facts
                    key={JSON.stringify(policy)}
                    facts={policy.map(({ name, value }) => ({ label: name, value }))}
                  />
                ))}
              </div>
            ))
          )
        }
      </Loaded>
    </section>
  );
}
