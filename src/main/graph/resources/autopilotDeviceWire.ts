import { z } from 'zod';
import { deploymentProfile, type DeploymentProfile } from './deploymentProfiles.ts';
import { besideRaw, optionalId, optionalInstant, optionalText, type RawProperties } from './wire.ts';

/**
 * A row of the Autopilot device list. Rows are partial: `lastContactedAt`, `displayName` and other computed fields are
 * right only in a device that was read by itself.
 */
export interface AutopilotDeviceRow {
  /** The ZTDID. */
  readonly id: string;
  readonly serialNumber: string | null;
  readonly manufacturer: string | null;
  readonly model: string | null;
  readonly productKeyId: string | null;
  readonly groupTag: string | null;
  readonly purchaseOrder: string | null;
  readonly displayName: string | null;
  readonly userPrincipalName: string | null;
  readonly addressableUserName: string | null;
  readonly enrollmentState: string | null;
  readonly lastContactedAt: string | null;
  readonly entraDeviceId: string | null;
  readonly managedDeviceId: string | null;
  readonly profileStatus: string | null;
  readonly profileDetailedStatus: string | null;
  readonly profileAssignedAt: string | null;
  readonly remediationState: string | null;
  readonly remediationChangedAt: string | null;
  readonly userlessEnrollmentStatus: string | null;
  /** Everything as it came, for the person who wants to see it; passwords of Surface Hub accounts left out. */
  readonly properties: RawProperties;
}

/** A device read by itself, with the profile it has and the one it is to get. */
export interface AutopilotDevice extends AutopilotDeviceRow {
  readonly deploymentProfile: DeploymentProfile | null;
  readonly intendedDeploymentProfile: DeploymentProfile | null;
}

const fields = z.object({
  id: z.string().min(1).toLowerCase(),
  serialNumber: optionalText,
  manufacturer: optionalText,
  model: optionalText,
  productKey: optionalText,
  groupTag: optionalText,
  purchaseOrderIdentifier: optionalText,
  displayName: optionalText,
  userPrincipalName: optionalText,
  addressableUserName: optionalText,
  enrollmentState: optionalText,
  lastContactedDateTime: optionalInstant,
  azureActiveDirectoryDeviceId: optionalId,
  azureAdDeviceId: optionalId,
  managedDeviceId: optionalId,
  deploymentProfileAssignmentStatus: optionalText,
  deploymentProfileAssignmentDetailedStatus: optionalText,
  deploymentProfileAssignedDateTime: optionalInstant,
  remediationState: optionalText,
  remediationStateLastModifiedDateTime: optionalInstant,
  userlessEnrollmentStatus: optionalText,
});

/** Reads what Graph sends for a device in a list. */
export const autopilotDeviceRow = besideRaw(fields, rowOf);

/** Reads what Graph sends for a device by itself. */
export const autopilotDevice = besideRaw(
  fields.extend({
    deploymentProfile: deploymentProfile.nullish().catch(null),
    intendedDeploymentProfile: deploymentProfile.nullish().catch(null),
  }),
  (wire, raw): AutopilotDevice => ({
    ...rowOf(wire, raw),
    deploymentProfile: wire.deploymentProfile ?? null,
    intendedDeploymentProfile: wire.intendedDeploymentProfile ?? null,
  }),
);

function rowOf(wire: z.output<typeof fields>, raw: RawProperties): AutopilotDeviceRow {
  return {
    id: wire.id,
    serialNumber: wire.serialNumber,
    manufacturer: wire.manufacturer,
    model: wire.model,
    productKeyId: wire.productKey,
    groupTag: wire.groupTag,
    purchaseOrder: wire.purchaseOrderIdentifier,
    displayName: wire.displayName,
    userPrincipalName: wire.userPrincipalName,
    addressableUserName: wire.addressableUserName,
    enrollmentState: wire.enrollmentState,
    lastContactedAt: wire.lastContactedDateTime,
    // The second is to be deprecated in favour of the first, which only beta has.
    entraDeviceId: wire.azureAdDeviceId ?? wire.azureActiveDirectoryDeviceId,
    managedDeviceId: wire.managedDeviceId,
    profileStatus: wire.deploymentProfileAssignmentStatus,
    profileDetailedStatus: wire.deploymentProfileAssignmentDetailedStatus,
    profileAssignedAt: wire.deploymentProfileAssignedDateTime,
    remediationState: wire.remediationState,
    remediationChangedAt: wire.remediationStateLastModifiedDateTime,
    userlessEnrollmentStatus: wire.userlessEnrollmentStatus,
    properties: withoutPassword(raw),
  };
}

/** A row of which only this is known. */
export function partialRow(
  known: Pick<AutopilotDeviceRow, 'id'> &
    Partial<
      Pick<
        AutopilotDeviceRow,
        'serialNumber' | 'manufacturer' | 'model' | 'productKeyId' | 'groupTag' | 'purchaseOrder'
      >
    >,
): AutopilotDeviceRow {
  const { id, serialNumber, manufacturer, model, productKeyId, groupTag, purchaseOrder } = known;
  const said = { serialNumber, manufacturer, model, productKey: productKeyId, groupTag };
  return rowOf(fields.parse({ ...said, id, purchaseOrderIdentifier: purchaseOrder }), {});
}

/** Beta lets a Surface Hub's password be read; nobody here may see it. */
function withoutPassword(raw: RawProperties): RawProperties {
  return Object.fromEntries(Object.entries(raw).filter(([name]) => name !== 'deviceAccountPassword'));
}
