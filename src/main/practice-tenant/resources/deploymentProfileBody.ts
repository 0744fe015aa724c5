import { isoTime, type JsonObject } from '../protocol/graphMessages.ts';
import type { DeploymentProfileRow, ProfileAssignmentRow } from '../state/rows.ts';

const INTUNE_APP_ID = '0000000a-0000-0000-c000-000000000000';

/** A deployment profile with its new names and the older ones that Graph still sends. */
export function deploymentProfileBody(profile: DeploymentProfileRow): JsonObject {
  const isHybrid = profile.joinType === 'hybrid';
  const allowsPreprovisioning = profile.preprovisioningAllowed === 1;
  // As Microsoft advises for pre-provisioning; the hybrid profile is left as it is made, so that the advice has something to find.
  const userChoosesLanguage = allowsPreprovisioning && !isHybrid;
  const language = userChoosesLanguage ? '' : 'os-default';
  return {
    '@odata.type': isHybrid
      ? '#microsoft.graph.activeDirectoryWindowsAutopilotDeploymentProfile'
      : '#microsoft.graph.azureADWindowsAutopilotDeploymentProfile',
    id: profile.id,
    displayName: profile.displayName,
    description: profile.description,
    language,
    locale: language,
    createdDateTime: isoTime(profile.createdAt),
    lastModifiedDateTime: isoTime(profile.createdAt),
    enrollmentStatusScreenSettings: null,
    extractHardwareHash: true,
    hardwareHashExtractionEnabled: true,
    deviceNameTemplate: '',
    deviceType: 'windowsPc',
    enableWhiteGlove: allowsPreprovisioning,
    preprovisioningAllowed: allowsPreprovisioning,
    roleScopeTagIds: ['0'],
    managementServiceAppId: INTUNE_APP_ID,
    outOfBoxExperienceSettings: {
      hidePrivacySettings: true,
      hideEULA: true,
      userType: 'standard',
      deviceUsageType: profile.usageType,
      skipKeyboardSelectionPage: !userChoosesLanguage,
      hideEscapeLink: true,
    },
    outOfBoxExperienceSetting: {
      privacySettingsHidden: true,
      eulaHidden: true,
      userType: 'standard',
      deviceUsageType: profile.usageType,
      keyboardSelectionPageSkipped: !userChoosesLanguage,
      escapeLinkHidden: true,
    },
    ...(isHybrid ? { hybridAzureADJoinSkipConnectivityCheck: false } : {}),
  };
}

/** An assignment of a profile to a group, or to all devices, without a filter. */
export function profileAssignmentBody(assignment: ProfileAssignmentRow): JsonObject {
  return {
    id: assignment.id,
    source: 'direct',
    sourceId: assignment.profileId,
    target: {
      '@odata.type': `#microsoft.graph.${assignment.targetType}`,
      deviceAndAppManagementAssignmentFilterId: null,
      deviceAndAppManagementAssignmentFilterType: 'none',
      ...(assignment.groupId === null ? {} : { groupId: assignment.groupId }),
    },
  };
}
