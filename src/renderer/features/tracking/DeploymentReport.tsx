import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { DeviceView } from '../../../shared/devices/deviceView.ts';
import { useCommand } from '../../api/useCommand.ts';
import { useProcedure } from '../../api/useProcedure.ts';
import { reportText } from '../../text/tracking.ts';
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
    if (outcome.ok) notify.done(reportText.read(outcome.value.read));
  }

  return (
    <section className={styles.root} aria-label={reportText.title}>
      <div className={styles.head}>
        <Text weight="semibold">{reportText.title}</Text>
        <Button disabledFocusable={running} onClick={() => void read()}>
          {reportText.readNow}
        </Button>
      </div>
      <Loaded reading={reading}>
        {({ events }) =>
          events.length === 0 ? (
            <Text>{reportText.empty}</Text>
          ) : (
            events.map(({ id, at, properties, policies }) => (
              <div key={id}>
                <When at={at} />
                <Facts facts={properties.map(({ name, value }) => ({ label: name, value }))} />
                {policies.length > 0 && <Text weight="semibold">{reportText.policies}</Text>}
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
