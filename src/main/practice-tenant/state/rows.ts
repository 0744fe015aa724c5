/** The rows of the tenant's tables. Booleans are 0 and 1, times virtual milliseconds since 1970. */

export interface ImportRecordRow {
  readonly id: string;
  readonly position: number;
  readonly serialNumber: string | null;
  readonly productKey: string | null;
  readonly groupTag: string | null;
  readonly assignedUserPrincipalName: string | null;
  readonly importId: string | null;
  readonly status: string;
  readonly errorCode: number;
  readonly errorName: string;
  readonly registrationId: string;
  /** The decoded identity as JSON, or `null` when the hash could not be read. */
  readonly identity: string | null;
  readonly hashSha256: string | null;
  /** A refusal that was clear on arrival, as JSON. */
  readonly verdict: string | null;
}

export interface PracticeDeviceRow {
  /** The ZTDID. */
  readonly id: string;
  readonly isListed: number;
  readonly serialNumber: string;
  readonly manufacturer: string;
  readonly model: string;
  readonly systemFamily: string;
  readonly skuNumber: string;
  readonly productKey: string;
  readonly hashSha256: string;
  readonly isVirtualMachine: number;
  readonly hasTpm: number;
  readonly groupTag: string;
  readonly displayName: string;
  readonly userPrincipalName: string;
  readonly addressableUserName: string;
  readonly entraDeviceId: string;
  readonly managedDeviceId: string | null;
  readonly enrollmentState: string;
  readonly lastContactedAt: number | null;
  readonly profileStatus: string;
  readonly profileDetailedStatus: string;
  readonly profileAssignedAt: number | null;
  readonly deploymentProfileId: string | null;
  readonly intendedProfileId: string | null;
  /** Counts evaluations of the dynamic groups, so that a step of an older one is ignored. */
  readonly profileTurn: number;
  readonly remediationState: string;
  readonly remediationChangedAt: number | null;
  readonly userlessEnrollmentStatus: string;
  readonly removalQueuedAt: number | null;
}

export interface EntraDeviceRow {
  /** The object id, which is not the deviceId. */
  readonly id: string;
  readonly deviceId: string;
  readonly displayName: string;
  readonly ztdId: string | null;
  readonly groupTag: string;
  readonly wasEnrolled: number;
  readonly isManaged: number;
  readonly isHybrid: number;
  readonly manufacturer: string;
  readonly model: string;
  readonly registeredAt: number;
}

export interface ManagedDeviceRow {
  readonly id: string;
  readonly deviceName: string;
  readonly serialNumber: string;
  readonly manufacturer: string;
  readonly model: string;
  readonly entraDeviceId: string;
  readonly userId: string | null;
  /** In Graph's words: `azureADJoined` or `hybridAzureADJoined`. */
  readonly joinType: string;
  readonly enrollmentProfileName: string;
  readonly enrolledAt: number;
  readonly lastSyncAt: number;
  /** `deviceActionResults` as JSON. */
  readonly actions: string;
  /** In Graph's words: `windowsAzureADJoin`, say. */
  readonly enrollmentType: string;
  readonly autopilotEnrolled: number;
  /** What its hardware hash would say, as JSON; null where that was not kept. */
  readonly identity: string | null;
}

export interface AutopilotEventRow {
  readonly id: string;
  readonly position: number;
  readonly document: string;
  readonly policies: string;
}

export interface CorporateIdentifierRow {
  readonly id: string;
  readonly identifier: string;
  readonly type: string;
  readonly description: string | null;
  readonly platform: string;
  readonly createdAt: number;
  readonly modifiedAt: number;
}

/** A device that is bound to the tenant by its DeviceLink. */
export interface AssociatedDeviceRow {
  readonly id: string;
  readonly linkSha256: string;
  readonly associatedAt: number;
  readonly serialNumber: string;
  readonly managedDeviceId: string | null;
  readonly policyId: string | null;
}

/** A policy of device preparation. */
export interface PreparationPolicyRow {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly priority: number;
  readonly minutes: number;
  readonly deviceGroupId: string | null;
  readonly userGroupId: string | null;
  /** Whether it tells what is wrong with its device group, or only which one it is: both have been seen. */
  readonly validates: number;
  readonly createdAt: number;
}

export interface MobileAppRow {
  readonly id: string;
  readonly displayName: string;
  /** In Graph's words: `win32LobApp`, say. */
  readonly type: string;
  /** `system` or `user`. */
  readonly runAs: string;
  readonly requiredGroupId: string | null;
}

export interface DeviceScriptRow {
  readonly id: string;
  readonly displayName: string;
  readonly runAs: string;
  readonly groupId: string | null;
}

/** A row of the report of device preparation, as JSON. */
export interface PreparedDeviceRow {
  readonly id: string;
  readonly position: number;
  readonly document: string;
}

export interface ExportJobRow {
  readonly id: string;
  readonly reportName: string;
  readonly requestedAt: number;
  /** What the address of its file ends with. */
  readonly secret: string;
}

export interface UserRow {
  readonly id: string;
  readonly userPrincipalName: string;
  readonly displayName: string;
  readonly givenName: string;
  readonly surname: string;
  readonly jobTitle: string;
  readonly department: string;
  readonly isEnabled: number;
  readonly isLicensed: number;
}

export interface GroupRow {
  readonly id: string;
  readonly displayName: string;
  readonly description: string;
  readonly membershipRule: string | null;
  readonly isRoleAssignable: number;
  /** Whether Intune's provisioning client owns it, which may then add devices. */
  readonly hasProvisioningOwner: number;
}

export interface DeploymentProfileRow {
  readonly id: string;
  readonly displayName: string;
  readonly description: string;
  readonly joinType: string;
  readonly usageType: string;
  readonly preprovisioningAllowed: number;
  readonly createdAt: number;
}

export interface ProfileAssignmentRow {
  readonly id: string;
  readonly profileId: string;
  readonly targetType: string;
  readonly groupId: string | null;
}
