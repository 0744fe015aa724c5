import { z } from 'zod';
import { chosenJoinType } from '../scenarios/scenarioName.ts';

/** The one name under which Windows looks for the file. Source: `sources.page`, Create the JSON file. */
export const PROFILE_FILE_NAME = 'AutopilotConfigurationFile.json';
/** As the example of `sources.page` has it. */
export const PROFILE_FILE_VERSION = 2049;

const text = z.string().nullable();

/** What an `AutopilotConfigurationFile.json` says. */
export const profileFile = z.object({
  version: z.number().nullable(),
  tenantId: z.string(),
  tenantDomain: z.string(),
  joinType: chosenJoinType,
  /** The bits of `oobeBits`. */
  oobe: z.number().int(),
  /** Whether the device must join and enroll; without it the user may set it up as a private one. */
  isForced: z.boolean(),
  correlationId: z.string(),
  /** A name, or a template such as `PC-%SERIAL%`. */
  deviceName: text,
  language: text,
  region: text,
  /** Hybrid only: Windows goes on without a domain controller in sight. */
  skipsConnectivityCheck: z.boolean(),
  /** Whether updates of Autopilot itself are off, with the half hour that Microsoft's module writes beside it. */
  hasUpdatesOff: z.boolean(),
  comment: text,
});
export type ProfileFile = z.infer<typeof profileFile>;

type ValueType = 'text' | 'number';

interface FileProperty {
  readonly name: string;
  readonly type: ValueType;
  readonly isRequired: boolean;
}

/**
 * Every property that is known. Required ones, and those that the table of `sources.page` has besides, are Microsoft's; the
 * others are what its module writes (`sources.module`), `Comment_File` also what the page's example has.
 */
export const fileProperties: readonly FileProperty[] = [
  { name: 'CloudAssignedTenantId', type: 'text', isRequired: true },
  { name: 'CloudAssignedForcedEnrollment', type: 'number', isRequired: true },
  { name: 'Version', type: 'number', isRequired: false },
  { name: 'Comment_File', type: 'text', isRequired: false },
  { name: 'CloudAssignedAadServerData', type: 'text', isRequired: true },
  { name: 'CloudAssignedTenantDomain', type: 'text', isRequired: true },
  { name: 'CloudAssignedDomainJoinMethod', type: 'number', isRequired: true },
  { name: 'CloudAssignedOobeConfig', type: 'number', isRequired: true },
  { name: 'ZtdCorrelationId', type: 'text', isRequired: true },
  { name: 'CloudAssignedDeviceName', type: 'text', isRequired: false },
  { name: 'CloudAssignedLanguage', type: 'text', isRequired: false },
  { name: 'CloudAssignedRegion', type: 'text', isRequired: false },
  { name: 'HybridJoinSkipDCConnectivityCheck', type: 'number', isRequired: false },
  { name: 'CloudAssignedAutopilotUpdateDisabled', type: 'number', isRequired: false },
  { name: 'CloudAssignedAutopilotUpdateTimeout', type: 'number', isRequired: false },
];
