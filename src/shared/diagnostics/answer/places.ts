/** Where the registry of the machine holds what is asked for, below HKEY_LOCAL_MACHINE. */
const SOFTWARE = 'SOFTWARE\\Microsoft';
const TRACKING = `${SOFTWARE}\\Windows\\Autopilot\\EnrollmentStatusTracking`;

export const places = {
  autopilot: `${SOFTWARE}\\Provisioning\\Diagnostics\\Autopilot`,
  correlations: `${SOFTWARE}\\Provisioning\\Diagnostics\\Autopilot\\EstablishedCorrelations`,
  policyCache: `${SOFTWARE}\\Provisioning\\AutopilotPolicyCache`,
  settings: `${SOFTWARE}\\Provisioning\\AutopilotSettings`,
  domainJoinBlob: `${SOFTWARE}\\Provisioning\\OMADM\\SyncML\\ODJApplied`,
  enrollments: `${SOFTWARE}\\Enrollments`,
  statusPageApps: `${TRACKING}\\Device\\Setup\\Apps\\Tracking`,
  statusPageProviders: `${TRACKING}\\Device\\Setup\\Apps\\PolicyProviders`,
  preparationProviders: `${TRACKING}\\Device\\DevicePreparation\\PolicyProviders`,
  statusPageHistory: `${TRACKING}\\ESPTrackingInfo\\Diagnostics`,
  installers: `${SOFTWARE}\\EnterpriseDesktopAppManagement`,
  office: `${SOFTWARE}\\OfficeCSP`,
  agentApps: `${SOFTWARE}\\IntuneManagementExtension\\Win32Apps`,
} as const;

/** What Intune calls itself where enrollments are listed. */
export const INTUNE = 'MS DM Server';
