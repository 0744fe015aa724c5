import { openSqlite, type DatabaseKey, type SqliteDatabase } from '../../store/sqlite.ts';
import { rekeyInPlace, stateAfterRollback } from '../../store/sqliteRekey.ts';
import { openDueEvents, type DueEvents } from './dueEvents.ts';
import { openGivenIds, type GiveId } from './givenIds.ts';
import type {
  AssociatedDeviceRow,
  PracticeDeviceRow,
  AutopilotEventRow,
  CorporateIdentifierRow,
  DeploymentProfileRow,
  DeviceScriptRow,
  EntraDeviceRow,
  ExportJobRow,
  GroupRow,
  ImportRecordRow,
  ManagedDeviceRow,
  MobileAppRow,
  PreparationPolicyRow,
  PreparedDeviceRow,
  ProfileAssignmentRow,
  UserRow,
} from './rows.ts';
import { prepareSchema } from './schema.ts';
import { openSettings, type PracticeSettings } from './settings.ts';
import { openTable, type Table } from './table.ts';

/** Everything the tenant remembers, in one SQLite file that a killed process leaves whole. */
export interface TenantState {
  readonly database: SqliteDatabase;
  /** Whether the file was empty, and wants its directory and profiles. */
  readonly isNew: boolean;
  readonly settings: PracticeSettings;
  readonly newId: GiveId;
  readonly dueEvents: DueEvents;
  readonly importRecords: Table<ImportRecordRow>;
  readonly devices: Table<PracticeDeviceRow>;
  /** Whether a registered device has this hash or this identity. */
  readonly hasTwin: (search: TwinSearch) => boolean;
  readonly entraDevices: Table<EntraDeviceRow>;
  readonly managedDevices: Table<ManagedDeviceRow>;
  readonly events: Table<AutopilotEventRow>;
  readonly corporateIdentifiers: Table<CorporateIdentifierRow>;
  readonly associatedDevices: Table<AssociatedDeviceRow>;
  readonly users: Table<UserRow>;
  readonly groups: Table<GroupRow>;
  readonly profiles: Table<DeploymentProfileRow>;
  readonly profileAssignments: Table<ProfileAssignmentRow>;
  readonly preparationPolicies: Table<PreparationPolicyRow>;
  readonly mobileApps: Table<MobileAppRow>;
  readonly deviceScripts: Table<DeviceScriptRow>;
  readonly preparedDevices: Table<PreparedDeviceRow>;
  readonly exportJobs: Table<ExportJobRow>;
}

/**
 * Opens or creates the state file, for this process alone; `:memory:` for a tenant that nobody needs to remember. A file from
 * before there was a key is encrypted, unless somebody is in it.
 */
export function openState(file: string, key: DatabaseKey | null): TenantState {
  if (key !== null && stateAfterRollback(file) === 'plain') {
    rekeyInPlace(file, { from: null, to: key });
  }
  const database = openSqlite(file, { key, synchronous: 'NORMAL', exclusive: true });
  const isNew = prepareSchema(database);
  const settings = openSettings(database);
  return {
    database,
    isNew,
    settings,
    newId: openGivenIds(database, settings),
    dueEvents: openDueEvents(database),
    importRecords: openTable<ImportRecordRow>(
      database,
      'import_record',
      [
        'id',
        'position',
        'serialNumber',
        'productKey',
        'groupTag',
        'assignedUserPrincipalName',
        'importId',
        'status',
        'errorCode',
        'errorName',
        'registrationId',
        'identity',
        'hashSha256',
        'verdict',
      ],
      'position',
    ),
    devices: openTable<PracticeDeviceRow>(
      database,
      'autopilot_device',
      [
        'id',
        'isListed',
        'serialNumber',
        'manufacturer',
        'model',
        'systemFamily',
        'skuNumber',
        'productKey',
        'hashSha256',
        'isVirtualMachine',
        'hasTpm',
        'groupTag',
        'displayName',
        'userPrincipalName',
        'addressableUserName',
        'entraDeviceId',
        'managedDeviceId',
        'enrollmentState',
        'lastContactedAt',
        'profileStatus',
        'profileDetailedStatus',
        'profileAssignedAt',
        'deploymentProfileId',
        'intendedProfileId',
        'profileTurn',
        'remediationState',
        'remediationChangedAt',
        'userlessEnrollmentStatus',
        'removalQueuedAt',
      ],
      'serial_number, id',
    ),
    hasTwin: prepareTwinSearch(database),
    entraDevices: openTable<EntraDeviceRow>(
      database,
      'entra_device',
      [
        'id',
        'deviceId',
        'displayName',
        'ztdId',
        'groupTag',
        'wasEnrolled',
        'isManaged',
        'isHybrid',
        'manufacturer',
        'model',
        'registeredAt',
      ],
      'id',
    ),
    managedDevices: openTable<ManagedDeviceRow>(
      database,
      'managed_device',
      [
        'id',
        'deviceName',
        'serialNumber',
        'manufacturer',
        'model',
        'entraDeviceId',
        'userId',
        'joinType',
        'enrollmentProfileName',
        'enrolledAt',
        'lastSyncAt',
        'actions',
        'enrollmentType',
        'autopilotEnrolled',
        'identity',
      ],
      'device_name, id',
    ),
    events: openTable<AutopilotEventRow>(
      database,
      'autopilot_event',
      ['id', 'position', 'document', 'policies'],
      'position',
    ),
    corporateIdentifiers: openTable<CorporateIdentifierRow>(
      database,
      'corporate_identifier',
      ['id', 'identifier', 'type', 'description', 'platform', 'createdAt', 'modifiedAt'],
      'identifier, id',
    ),
    associatedDevices: openTable<AssociatedDeviceRow>(
      database,
      'associated_device',
      ['id', 'linkSha256', 'associatedAt', 'serialNumber', 'managedDeviceId', 'policyId'],
      'serial_number, id',
    ),
    users: openTable<UserRow>(
      database,
      'directory_user',
      [
        'id',
        'userPrincipalName',
        'displayName',
        'givenName',
        'surname',
        'jobTitle',
        'department',
        'isEnabled',
        'isLicensed',
      ],
      'display_name, id',
    ),
    groups: openTable<GroupRow>(
      database,
      'directory_group',
      ['id', 'displayName', 'description', 'membershipRule', 'isRoleAssignable', 'hasProvisioningOwner'],
      'display_name, id',
    ),
    profiles: openTable<DeploymentProfileRow>(
      database,
      'deployment_profile',
      ['id', 'displayName', 'description', 'joinType', 'usageType', 'preprovisioningAllowed', 'createdAt'],
      'created_at, id',
    ),
    profileAssignments: openTable<ProfileAssignmentRow>(
      database,
      'profile_assignment',
      ['id', 'profileId', 'targetType', 'groupId'],
      'id',
    ),
    preparationPolicies: openTable<PreparationPolicyRow>(
      database,
      'preparation_policy',
      ['id', 'name', 'description', 'priority', 'minutes', 'deviceGroupId', 'userGroupId', 'validates', 'createdAt'],
      'priority, id',
    ),
    mobileApps: openTable<MobileAppRow>(
      database,
      'mobile_app',
      ['id', 'displayName', 'type', 'runAs', 'requiredGroupId'],
      'display_name, id',
    ),
    deviceScripts: openTable<DeviceScriptRow>(
      database,
      'device_script',
      ['id', 'displayName', 'runAs', 'groupId'],
      'display_name, id',
    ),
    preparedDevices: openTable<PreparedDeviceRow>(
      database,
      'prepared_device',
      ['id', 'position', 'document'],
      'position',
    ),
    exportJobs: openTable<ExportJobRow>(
      database,
      'export_job',
      ['id', 'reportName', 'requestedAt', 'secret'],
      'requested_at, id',
    ),
  };
}

interface TwinSearch {
  readonly hashSha256: string | null;
  readonly serialNumber: string;
  readonly manufacturer: string;
  readonly model: string;
}

function prepareTwinSearch(database: SqliteDatabase): (search: TwinSearch) => boolean {
  const twins = database.prepare<TwinSearch, { readonly id: string }>(`
    SELECT id FROM autopilot_device WHERE hash_sha256 = @hashSha256
     UNION ALL
    SELECT id FROM autopilot_device
     WHERE serial_number = @serialNumber COLLATE NOCASE
       AND manufacturer = @manufacturer COLLATE NOCASE AND model = @model COLLATE NOCASE`);
  return (search) => twins.get(search) !== undefined;
}
