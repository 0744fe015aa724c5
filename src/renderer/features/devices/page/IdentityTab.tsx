import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { DeviceDetail } from '../../../../shared/devices/deviceDetail.ts';
import { otherSerialOf } from '../../../../shared/devices/otherSerial.ts';
import { espSentence } from '../../../../shared/esp/espWords.ts';
import { groupNames } from '../../../../shared/groups/groupWords.ts';
import { expectedProfileSentence, scenarioSentence } from '../../../../shared/scenarios/scenarioWords.ts';
import { registrantTitles } from '../../../../shared/devices/registrant.ts';
import { scenarioText } from '../../../text/scenarios.ts';
import { deviceText } from '../../../text/devices.ts';
import { espText } from '../../../text/esp.ts';
import { groupsText } from '../../../text/groups.ts';
import { formatter } from '../../../text/formatter.ts';
import { Facts } from '../../../ui/Facts.tsx';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(320px, 1fr))',
    gap: tokens.spacingHorizontalXXL,
    alignItems: 'start',
  },
  part: { display: 'grid', alignContent: 'start', gap: tokens.spacingVerticalM },
});

/** Who the device is: what the queue knows it by, and what its newest hash says. Never the hash itself. */
export function IdentityTab({ detail: { device, captures, esp, membership } }: { readonly detail: DeviceDetail }) {
  const styles = useStyles();
  const newest = captures[0];
  const known: readonly (readonly [string, string | null])[] = [
    ['Serial number', device.serialNumber],
    ['Manufacturer', device.manufacturer],
    ['Model', device.model],
    [scenarioText.label, scenarioSentence(device.scenario)],
    [scenarioText.expectedProfile, device.expectation && expectedProfileSentence(device.expectation)],
    [espText.ofDevice, espSentence(esp)],
    [
      groupsText.ofDevice,
      membership && groupsText.ofDeviceAt(groupNames(membership.groups), formatter.instant(membership.readAt)),
    ],
    ['ZTDID', device.ztdId],
    ['Registered serial number', otherSerialOf(device)?.registered ?? null],
    ['Registered by', device.registeredBy === null ? null : registrantTitles[device.registeredBy]],
    ['In the Partner Center file', partnerFileOf(device)],
    ['Product key ID', device.productKeyId],
    ['SMBIOS UUID', device.smbiosUuid],
    ['TPM version', device.tpmVersion],
    ['TPM 2.0 confirmed', tpmConfirmationOf(device)],
    ['Autopilot page scanned', device.pageScannedAt === null ? null : formatter.instant(device.pageScannedAt)],
    ['Shelf', device.shelf],
    ['Order number', device.orderNumber],
    ['Purchase order', device.purchaseOrder],
    ['Purchase order in the file', device.purchaseOrderInFile],
    ['Intune device ID', device.managedDeviceId],
    ['Entra device ID', device.entraDeviceId],
  ];
  const facts = known.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]));
  return (
    <div className={styles.root}>
      <Facts facts={facts} />
      <div className={styles.part}>
        {newest === undefined ? (
          <Text>{deviceText.identityEmpty}</Text>
        ) : (
          <>
            <Text weight="semibold">{deviceText.identityFromHash}</Text>
            <Facts facts={newest.facts} />
          </>
        )}
      </div>
    </div>
  );
}

type Device = DeviceDetail['device'];

function partnerFileOf({ partnerFileAt, partnerFileName }: Device): string | null {
  return partnerFileAt === null ? null : [partnerFileName, formatter.instant(partnerFileAt)].filter(Boolean).join(', ');
}

function tpmConfirmationOf({ tpmConfirmedAt, tpmConfirmedBy }: Device): string | null {
  return tpmConfirmedAt === null
    ? null
    : [tpmConfirmedBy, formatter.instant(tpmConfirmedAt)].filter(Boolean).join(', ');
}
