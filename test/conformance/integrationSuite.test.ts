import { beforeAll, describe, expect, test } from 'vitest';
import { whyNoOpenApi } from './openApiDocument.ts';
import { createOpenApiValidator, type Exchange, type OpenApiValidator } from './openApiValidator.ts';
import { readRecordedCalls } from './recorder/readRecordedCalls.ts';

const folder = process.env['RESEAL_RECORDED_CALLS'] ?? null;
const whyNot = whyNoOpenApi ?? (folder === null ? 'The whole integration suite has not run before it.' : null);

const DEVICE = '/deviceManagement/windowsAutopilotDeviceIdentities/{windowsAutopilotDeviceIdentity-id}';
const IMPORT = '/deviceManagement/importedWindowsAutopilotDeviceIdentities/{importedWindowsAutopilotDeviceIdentity-id}';
const IDENTIFIER = '/deviceManagement/importedDeviceIdentities/{importedDeviceIdentity-id}';
const ASSOCIATED = '/deviceManagement/tenantAssociatedDevices/{tenantAssociatedDevice-id}';
const POLICY = '/deviceManagement/configurationPolicies/{deviceManagementConfigurationPolicy-id}';
const SCRIPT = '/deviceManagement/deviceManagementScripts/{deviceManagementScript-id}';
const APP = '/deviceAppManagement/mobileApps/{mobileApp-id}';

describe.skipIf(whyNot !== null)(
  `what Reseal sends in the integration suite beside Microsoft's OpenAPI documents${whyNot === null ? '' : ` (skipped: ${whyNot})`}`,
  () => {
    let validator: OpenApiValidator;
    let exchanges: readonly Exchange[];

    beforeAll(() => {
      validator = createOpenApiValidator();
      exchanges = folder === null ? [] : readRecordedCalls(folder);
    });

    test('every request and every answer has the documented shape', () => {
      expect([...new Set(exchanges.flatMap(validator.violationsOf))]).toEqual([]);
      const answers = exchanges.filter(({ answer }) => answer !== null).length;
      process.stdout.write(`${exchanges.length} requests of Reseal and ${answers} answers checked, none failing.\n`);
    });

    test('everything that Reseal does at Microsoft’s was among them', () => {
      const operations = new Set(
        exchanges
          .filter(({ answer }) => answer !== null && answer.status < 300)
          .map((exchange) => `${exchange.version} ${validator.operationNameOf(exchange) ?? exchange.path}`),
      );
      // The associated devices are in no metadata of Microsoft's: the documents have them by hand, from tools that call them. The file
      // of a report is outside of Graph.
      expect([...operations].sort()).toEqual([
        `beta DELETE ${IDENTIFIER}`,
        `beta DELETE ${ASSOCIATED}`,
        `beta GET ${APP}`,
        `beta GET ${APP}/assignments`,
        'beta GET /deviceManagement/autopilotEvents',
        'beta GET /deviceManagement/autopilotEvents/{deviceManagementAutopilotEvent-id}/policyStatusDetails',
        'beta GET /deviceManagement/configurationPolicies',
        `beta GET ${POLICY}/assignments`,
        `beta GET ${POLICY}/settings`,
        'beta GET /deviceManagement/deviceEnrollmentConfigurations',
        // Asked for by the check of permissions alone.
        'beta GET /deviceManagement/deviceManagementScripts',
        `beta GET ${SCRIPT}`,
        `beta GET ${SCRIPT}/assignments`,
        'beta GET /deviceManagement/importedDeviceIdentities',
        `beta GET ${IDENTIFIER}`,
        'beta GET /deviceManagement/managedDevices/{managedDevice-id}',
        'beta GET /deviceManagement/reports/exportJobs/{deviceManagementExportJob-id}',
        'beta GET /deviceManagement/tenantAssociatedDevices',
        `beta GET ${ASSOCIATED}`,
        'beta GET /deviceManagement/windowsAutopilotDeploymentProfiles',
        'beta GET /deviceManagement/windowsAutopilotDeviceIdentities',
        `beta GET ${DEVICE}`,
        'beta GET /deviceManagement/windowsAutopilotSettings',
        'beta GET /groups/{group-id}/owners',
        'beta POST /$batch',
        `beta POST ${POLICY}/retrieveEnrollmentTimeDeviceMembershipTarget`,
        'beta POST /deviceManagement/importedDeviceIdentities/importDeviceIdentityList',
        'beta POST /deviceManagement/importedDeviceIdentities/searchExistingIdentities',
        'beta POST /deviceManagement/reports/exportJobs',
        'beta POST /deviceManagement/tenantAssociatedDevices/importTenantAssociatedDevice',
        `beta POST ${DEVICE}/allowNextEnrollment`,
        'beta POST /deviceManagement/windowsAutopilotSettings/sync',
        `v1.0 DELETE ${IMPORT}`,
        'v1.0 DELETE /deviceManagement/managedDevices/{managedDevice-id}',
        `v1.0 DELETE ${DEVICE}`,
        // Asked for by the check of permissions alone.
        'v1.0 GET /deviceAppManagement/mobileApps',
        `v1.0 GET ${APP}`,
        'v1.0 GET /deviceManagement/importedWindowsAutopilotDeviceIdentities',
        `v1.0 GET ${IMPORT}`,
        // Asked for by the check of permissions alone.
        'v1.0 GET /deviceManagement/managedDevices',
        'v1.0 GET /deviceManagement/managedDevices/{managedDevice-id}',
        'v1.0 GET /devices',
        'v1.0 GET /devices/{device-id}/transitiveMemberOf',
        // Asked for by the check of permissions alone.
        'v1.0 GET /groups',
        'v1.0 GET /groups/{group-id}',
        'v1.0 GET /groups/{group-id}/owners',
        'v1.0 GET /organization',
        'v1.0 GET /users',
        'v1.0 GET /users/{user-id}',
        'v1.0 POST /$batch',
        'v1.0 POST /deviceManagement/importedWindowsAutopilotDeviceIdentities/import',
        `v1.0 POST ${DEVICE}/assignUserToDevice`,
        `v1.0 POST ${DEVICE}/unassignUserFromDevice`,
        `v1.0 POST ${DEVICE}/updateDeviceProperties`,
        // Asked for by the check of permissions alone.
        'v1.0 POST /me/checkMemberObjects',
      ]);
    });
  },
);
