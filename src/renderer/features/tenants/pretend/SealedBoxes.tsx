import { Text } from '@fluentui/react-components';
import { BoxRegular } from '@fluentui/react-icons';
import { useProcedure } from '../../../api/useProcedure.ts';
import { pretendText } from '../../../text/play.ts';
import { Loaded } from '../../../ui/Loaded.tsx';
import { PrimaryAction } from '../../../ui/PrimaryAction.tsx';
import { usePretendStyles } from './pretend.styles.ts';
import { showPretendDevice } from './pretendDevices.ts';

/** What stands beside the bench: devices that their maker has registered, and that no queue knows. */
export function SealedBoxes({ tenantId }: { readonly tenantId: string }) {
  const styles = usePretendStyles();
  const reading = useProcedure('tenants.sealedBoxes', { id: tenantId }, ['devices.changed']);
  return (
    <>
      <h2 className={styles.title}>{pretendText.boxes}</h2>
      <Loaded reading={reading} lines={3}>
        {({ devices }) => (
          <>
            <Text>{devices.length === 0 ? pretendText.noBoxes : pretendText.boxesSentence}</Text>
            {devices.map((device) => (
              <PrimaryAction
                key={device.ztdId}
                appearance="secondary"
                icon={<BoxRegular />}
                onClick={() => showPretendDevice(tenantId, device)}
              >
                {pretendText.unpack(device.serialNumber)}
              </PrimaryAction>
            ))}
          </>
        )}
      </Loaded>
    </>
  );
}
