import { z } from 'zod';
import type { StatusPage } from '../../../shared/esp/statusPage.ts';
import type { GraphCall } from '../graphCall.ts';
import type { GraphClient } from '../graphClient.ts';
import { GraphError } from '../graphError.ts';
import { collect, readPages, type Collected } from '../paging.ts';
import { versions } from '../versions.ts';
import { namesById } from './namesById.ts';
import { wireAssignments } from './assignments.ts';
import {
  besideRaw,
  optionalBoolean,
  optionalInstant,
  optionalNumber,
  optionalText,
  without,
  type RawProperties,
} from './wire.ts';

/** A setting that does not come as documented is not told, and does not hide the page. */
const text = optionalText.catch(null);
const flag = optionalBoolean.catch(null);
const whole = optionalNumber.catch(null);
const instant = optionalInstant.catch(null);

const KIND = '#microsoft.graph.windows10EnrollmentCompletionPageConfiguration';
/** The id of the page that is there from the start ends so. */
const DEFAULT_ID = /_DefaultWindows10EnrollmentCompletionPageConfiguration$/i;

const wire = z.object({
  '@odata.type': text,
  id: z.string().min(1),
  displayName: text,
  description: text,
  priority: whole,
  showInstallationProgress: flag,
  installProgressTimeoutInMinutes: whole,
  customErrorMessage: text,
  allowLogCollectionOnInstallFailure: flag,
  trackInstallProgressForAutopilotOnly: flag,
  installQualityUpdates: flag,
  blockDeviceSetupRetryByUser: flag,
  allowDeviceResetOnInstallFailure: flag,
  allowDeviceUseOnInstallFailure: flag,
  selectedMobileAppIds: z
    .array(z.string())
    .nullish()
    .catch(null)
    .transform((ids) => ids ?? null),
  allowNonBlockingAppInstallation: flag,
  disableUserStatusTrackingAfterFirstUser: flag,
  createdDateTime: instant,
  lastModifiedDateTime: instant,
  assignments: wireAssignments,
});

const row = besideRaw(wire, (page, raw) => ({ id: page.id, kind: page['@odata.type'], page: pageOf(page, raw) }));

const pageOf = (page: z.output<typeof wire>, raw: RawProperties): StatusPage => ({
  id: page.id,
  name: page.displayName ?? page.id,
  description: page.description,
  isDefault: DEFAULT_ID.test(page.id),
  priority: page.priority,
  showsProgress: page.showInstallationProgress,
  timeoutMinutes: page.installProgressTimeoutInMinutes,
  errorMessage: page.customErrorMessage,
  collectsLogs: page.allowLogCollectionOnInstallFailure,
  firstStartOnly: page.trackInstallProgressForAutopilotOnly,
  installsUpdates: page.installQualityUpdates,
  // Intune’s “Block device use until all apps and profiles are installed” is kept the other way round.
  blocksUse: page.blockDeviceSetupRetryByUser === null ? null : !page.blockDeviceSetupRetryByUser,
  allowsReset: page.allowDeviceResetOnInstallFailure,
  allowsUse: page.allowDeviceUseOnInstallFailure,
  blockingApps: page.selectedMobileAppIds?.map((id) => ({ id, name: null })) ?? null,
  failsForBlockingOnly: page.allowNonBlockingAppInstallation,
  firstUserOnly: page.disableUserStatusTrackingAfterFirstUser,
  createdAt: page.createdDateTime,
  modifiedAt: page.lastModifiedDateTime,
  assignments: page.assignments,
  others: without(raw, wire.shape),
});

const call = {
  version: versions.enrollmentConfigurations,
  method: 'GET',
  scope: 'DeviceManagementServiceConfig.Read.All',
} as const satisfies Partial<GraphCall>;
const FILTER = encodeURIComponent(
  "deviceEnrollmentConfigurationType eq 'windows10EnrollmentCompletionPageConfiguration'",
);
const PATH = `/deviceManagement/deviceEnrollmentConfigurations?$filter=${FILTER}`;

const APPS = {
  version: versions.mobileApps,
  scope: 'DeviceManagementApps.Read.All',
  path: '/deviceAppManagement/mobileApps',
  what: 'an app',
} as const;

/** The status pages of a tenant, with their assignments and the names of their apps where the tenant gives these. */
export async function listStatusPages(client: GraphClient, signal: AbortSignal): Promise<Collected<StatusPage>> {
  const { rows, isWhole } = await readWithAssignments(client, signal);
  // The list has five other kinds too, which come where a filter is not heeded.
  const pages = rows.filter(({ kind }) => kind === null || kind === KIND).map(({ page }) => page);
  const ids = pages.flatMap(({ blockingApps }) => blockingApps?.map(({ id }) => id) ?? []);
  const names = await namesById(client, APPS, [...new Set(ids)], signal);
  return {
    rows: pages.map((page) => ({
      ...page,
      blockingApps: page.blockingApps?.map(({ id }) => ({ id, name: names.get(id) ?? null })) ?? null,
    })),
    isWhole,
  };
}

async function readWithAssignments(client: GraphClient, signal: AbortSignal) {
  const read = (path: string) => collect(readPages(client, { ...call, path }, row, signal));
  try {
    return await read(`${PATH}&$expand=assignments`);
  } catch (error) {
    if (error instanceof GraphError && error.kind === 'badRequest') return read(PATH);
    throw error;
  }
}
