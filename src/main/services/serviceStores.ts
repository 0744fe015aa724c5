import { association } from '../../shared/identifiers/association.ts';
import { heldIdentifier } from '../../shared/identifiers/heldIdentifier.ts';
import { preparedDevice } from '../../shared/preparation/preparedDevice.ts';
import { createAlarmStore } from '../store/alarmStore.ts';
import { createAttachmentStore } from '../store/attachmentStore.ts';
import { createAuditStore } from '../store/auditStore.ts';
import { createBenchRunStore } from '../store/benchRunStore.ts';
import { createBudgetStore } from '../store/budgetStore.ts';
import { createCaptureStore } from '../store/captureStore.ts';
import { createChecklistStore } from '../store/checklistStore.ts';
import { createConsentStore } from '../store/consentStore.ts';
import { createDeploymentEventStore } from '../store/deploymentEventStore.ts';
import { createDeviceEventStore } from '../store/deviceEventStore.ts';
import { createDeviceLinkStore } from '../store/deviceLinkStore.ts';
import { createDeviceList } from '../store/deviceList.ts';
import { createDeviceSearch } from '../store/deviceSearch.ts';
import { createDeviceStore } from '../store/deviceStore.ts';
import { createDonorMarkStore } from '../store/donorMarkStore.ts';
import { createEnteredValueStore } from '../store/enteredValueStore.ts';
import { createErasureStore } from '../store/erasureStore.ts';
import { createEspStore } from '../store/espStore.ts';
import { createJobList } from '../store/jobList.ts';
import { createJobStore } from '../store/jobStore.ts';
import { createListedDeviceStore } from '../store/listedDeviceStore.ts';
import type { Store } from '../store/store.ts';
import { createMembershipStore } from '../store/membershipStore.ts';
import { createPseudonyms } from '../store/pseudonyms.ts';
import { createOwnChecklistStore } from '../store/ownChecklistStore.ts';
import { createPreparationStore } from '../store/preparationStore.ts';
import { createProfileStore } from '../store/profileStore.ts';
import { createRemovalStore } from '../store/removalStore.ts';
import { createRetentionStore } from '../store/retentionStore.ts';
import { createRunnerStore } from '../store/runnerStore.ts';
import { createScanStore } from '../store/scanStore.ts';
import { createScenarioRuleStore } from '../store/scenarioRuleStore.ts';
import { createSecretStore } from '../store/secretStore.ts';
import { createSettingStore } from '../store/settingStore.ts';
import { createShiftNoteStore } from '../store/shiftNoteStore.ts';
import { createShiftStore } from '../store/shiftStore.ts';
import { createTenantRowStore } from '../store/tenantRowStore.ts';
import { createTenantStore } from '../store/tenantStore.ts';
import { createTrackingStore } from '../store/trackingStore.ts';
import type { PartsOf } from './madeWhenUsed.ts';

export type ServiceStores = PartsOf<ReturnType<typeof serviceStores>>;

/** The tables of the queue as services use them, one store for each noun; how each is made. */
export function serviceStores(store: Store, now: () => Date) {
  return {
    /** The alarms of the bench that were told. */
    alarms: () => createAlarmStore(store, now),
    /** The devices that each tenant has associated by DeviceLink. */
    associations: () => createTenantRowStore(store, now, 'associations', association),
    /** Photos and files of devices. */
    attachments: () => createAttachmentStore(store, now),
    audit: () => createAuditStore(store, now),
    benchRuns: () => createBenchRunStore(store),
    budgets: () => createBudgetStore(store, now),
    captures: () => createCaptureStore(store),
    checklists: () => createChecklistStore(store),
    /** Whether customers agreed that somebody else registers their devices. */
    consents: () => createConsentStore(store),
    deploymentEvents: () => createDeploymentEventStore(store, now),
    deviceLinks: () => createDeviceLinkStore(store),
    deviceList: () => createDeviceList(store),
    deviceSearch: () => createDeviceSearch(store),
    devices: () => createDeviceStore(store, now),
    donorMarks: () => createDonorMarkStore(store, now),
    /** What people entered last for the properties of devices. */
    enteredValues: () => createEnteredValueStore(store, now),
    erasure: () => createErasureStore(store),
    esp: () => createEspStore(store, now),
    /** What happened to each device. */
    history: () => createDeviceEventStore(store, now),
    /** The corporate identifiers of each tenant. */
    identifiers: () => createTenantRowStore(store, now, 'identifiers', heldIdentifier),
    jobList: () => createJobList(store),
    jobs: () => createJobStore(store, now),
    /** What the Autopilot list holds besides the queue. */
    listedDevices: () => createListedDeviceStore(store),
    /** The groups of devices in Entra. */
    memberships: () => createMembershipStore(store),
    /** The checklists that the lab made itself. */
    ownChecklists: () => createOwnChecklistStore(store),
    preparation: () => createPreparationStore(store, now),
    /** What each tenant's report of device preparation tells. */
    preparedDevices: () => createTenantRowStore(store, now, 'preparedDevices', preparedDevice),
    profiles: () => createProfileStore(store, now),
    /** What stands for people in histories and in the audit log. */
    pseudonyms: () => createPseudonyms(store),
    removals: () => createRemovalStore(store, now),
    retention: () => createRetentionStore(store),
    runners: () => createRunnerStore(store, now),
    scans: () => createScanStore(store),
    /** What each tenant says of many devices at once. */
    scenarioRules: () => createScenarioRuleStore(store),
    secrets: () => createSecretStore(store),
    settings: () => createSettingStore(store),
    /** What was done in a span of time, counted. */
    shift: () => createShiftStore(store),
    /** Notes to the next shift. */
    shiftNotes: () => createShiftNoteStore(store, now),
    tenants: () => createTenantStore(store, now),
    /** How following each tenant goes. */
    tracking: () => createTrackingStore(store, now),
  };
}
