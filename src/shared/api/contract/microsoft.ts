import { z } from 'zod';
import { instant, reportedError } from '../../devices/device.ts';
import { profileStatus, registrationStatus } from '../../devices/status.ts';
import { isSharedAuthority, SHARED_AUTHORITY } from '../../tenants/sharedAuthority.ts';
import { nothing } from '../document.ts';
import { command, query } from '../procedure.ts';

export const tenantColour = z.enum(['blue', 'teal', 'green', 'gold', 'orange', 'red', 'magenta', 'purple', 'grey']);
export const cloudName = z.enum(['global', 'usGovernmentHigh', 'usGovernmentDod', 'china']);

/** Tokens may go to Microsoft and to this machine, and nowhere else. */
const loopbackUrl = z.url({ protocol: /^http$/, hostname: /^(127\.0\.0\.1|localhost)$/ });

/**
 * A tenant's own ID or domain. The three words that stand for many tenants would let in whoever signs in.
 * Source: Microsoft Learn, "Application types for the Microsoft identity platform".
 */
const directoryId = z
  .string()
  .trim()
  .min(1)
  .max(255)
  .refine((name) => !isSharedAuthority(name), SHARED_AUTHORITY);

export const tenantView = z.object({
  id: z.uuid(),
  kind: z.enum(['practice', 'entra']),
  name: z.string(),
  colour: tenantColour,
  cloud: cloudName,
  directoryId: z.string().nullable(),
  clientId: z.string().nullable(),
  active: z.boolean(),
  signIn: z.object({
    state: z.enum(['signedOut', 'signingIn', 'signedIn', 'expired']),
    account: z.string().nullable(),
    /** Where tokens rest: the operating system's secret store, or memory until the app closes. */
    tokens: z.enum(['secretStore', 'memory']),
    /** Who signs in: a person, or the app by itself with its certificate. */
    by: z.enum(['person', 'certificate']),
  }),
  lastRefreshedAt: instant,
  devices: z.number().int(),
});
export type TenantView = z.infer<typeof tenantView>;

export const signInProgress = z.object({
  state: z.enum(['idle', 'browser', 'deviceCode', 'done', 'failed']),
  /** Shown as returned: the address differs per cloud. */
  deviceCode: z.object({ userCode: z.string(), verificationUri: z.string(), expiresAt: z.iso.datetime() }).nullable(),
  url: z.string().nullable(),
  problem: z.string().nullable(),
});

export const permissionCheck = z.object({
  checks: z.array(
    z.object({
      workflow: z.string(),
      /**
       * works: it was tried, or the account administers Intune · unproven: granted and readable, but only a change shows whether the role lets it write ·
       * notGranted: nobody has consented to the permission · refused: granted, and refused by role or licence
       */
      state: z.enum(['works', 'unproven', 'notGranted', 'refused']),
      permission: z.string(),
      /** Why it is asked for, and who must do what where it is missing. */
      sentence: z.string(),
    }),
  ),
});

export const directoryUser = z.object({
  id: z.string(),
  displayName: z.string(),
  userPrincipalName: z.string(),
  enabled: z.boolean().nullable(),
  licensed: z.boolean().nullable(),
});
export type DirectoryUser = z.infer<typeof directoryUser>;

export const jobState = z.enum(['waiting', 'leased', 'retrying', 'done', 'failed', 'cancelled']);
export type JobState = z.infer<typeof jobState>;

/** A change on its way to Microsoft, as a sentence a person can read. */
export const jobView = z.object({
  id: z.uuid(),
  batchId: z.string(),
  kind: z.string(),
  state: jobState,
  sentence: z.string(),
  /** Why it waits, or what went wrong and what to do. */
  explanation: z.string().nullable(),
  deviceId: z.uuid().nullable(),
  serialNumber: z.string().nullable(),
  devices: z.number().int(),
  attempts: z.number().int(),
  /** Microsoft's id of the request that it refused, which their support asks for. */
  requestId: z.string().nullable(),
  /** Whether nothing more happens before somebody does something, the network is back, or another job is done. */
  isStuck: z.boolean(),
  offlineSince: instant,
  nextAttemptAt: instant,
  createdAt: z.iso.datetime(),
  finishedAt: instant,
});
export type JobView = z.infer<typeof jobView>;

export const jobCounts = z.object({
  waiting: z.number().int(),
  leased: z.number().int(),
  retrying: z.number().int(),
  done: z.number().int(),
  failed: z.number().int(),
  cancelled: z.number().int(),
});

/** What one act of a person brought about: “Register 500 devices”. */
export const jobBatchView = z.object({
  id: z.string(),
  kind: z.string(),
  sentence: z.string(),
  /** One for each device it is about. */
  changes: z.number().int(),
  counts: jobCounts,
  /** The only change of a batch of one. */
  job: jobView.nullable(),
  /** Why changes were refused or wait, and how many for each reason: refusals first, then the most frequent. */
  reasons: z.array(z.object({ state: jobState, explanation: z.string(), changes: z.number().int() })),
  nextAttemptAt: instant,
  createdAt: z.iso.datetime(),
  /** When the last one ended; null while any is still to be sent. */
  finishedAt: instant,
});
export type JobBatchView = z.infer<typeof jobBatchView>;

const jobFilter = z.object({
  tenantId: z.uuid().optional(),
  deviceIds: z.array(z.uuid()).optional(),
  states: z.array(jobState).default([]),
});
const jobPage = { offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(1_000).default(200) };
/** Jobs by themselves; or all of a batch, of devices, or of a tenant, with which that can be done. */
const jobChoice = z.union([
  z.object({ ids: z.array(z.uuid()).min(1) }),
  z.object({ batchId: z.string() }),
  z.object({ deviceIds: z.array(z.uuid()).min(1) }),
  z.object({ tenantId: z.uuid() }),
]);
const jobsChanged = z.object({ changed: z.number().int() });

const deviceIds = z.object({ deviceIds: z.array(z.uuid()).min(1) });
const queued = z.object({
  queued: z.number().int(),
  refused: z.array(z.object({ serialNumber: z.string(), reason: z.string() })),
});

const naming = z.object({
  deviceIds: z.array(z.uuid()).min(1),
  pattern: z.string().trim().max(80),
  firstNumber: z.number().int().min(0).max(99_999).default(1),
});

const properties = z.array(z.object({ name: z.string(), value: z.string() }));
/** A row of Intune's deployment report about a device, as it came. */
export const deploymentEvent = z.object({
  id: z.string(),
  at: instant,
  properties,
  /** How each app and policy of the enrolment status page fared, where Intune tells. */
  policies: z.array(properties),
});
export type DeploymentEvent = z.infer<typeof deploymentEvent>;

/** One record of one service that a deregistration would touch or leave, for the side-by-side view before it. */
const removalRecord = z.object({
  service: z.enum(['intune', 'autopilot', 'entra', 'activeDirectory']),
  id: z.string().nullable(),
  name: z.string().nullable(),
  serialNumber: z.string().nullable(),
  /** The last synchronisation, contact or sign-in, as far as the service tells. */
  lastSeenAt: instant,
  action: z.enum(['delete', 'unassignUser', 'leave', 'byHand']),
  sentence: z.string(),
});
const identified = z.object({ id: z.string(), serialNumber: z.string().nullable() });
/** The exact records that a deregistration deletes: those that were shown, and no others. */
export const removalTarget = z.object({
  autopilot: identified.nullable(),
  intune: identified.nullable(),
  /** The computer account to be deleted by hand, empty where its name is not known; null where there is none. */
  computerAccount: z.string().nullable(),
});
export type RemovalTarget = z.infer<typeof removalTarget>;
const removalPlan = z.object({
  deviceId: z.uuid(),
  serialNumber: z.string(),
  tenant: z.string(),
  target: removalTarget,
  records: z.array(removalRecord),
  /** Why a record may be another device's: each must be accepted before it is deleted. */
  doubts: z.array(z.string()),
  warnings: z.array(z.string()),
});

export const microsoftProcedures = {
  'tenants.list': query(nothing, z.object({ tenants: z.array(tenantView) })),
  /** The built-in practice tenant; adding it twice returns the one there is. */
  'tenants.addPractice': command(z.object({ speed: z.number().min(1).max(100_000).optional() }), tenantView),
  'tenants.add': command(
    z.object({
      name: z.string().trim().min(1).max(80),
      directoryId,
      clientId: z.guid(),
      cloud: cloudName.default('global'),
      colour: tenantColour.default('blue'),
      /** Addresses other than the cloud's own, on this machine only: a practice tenant that issues tokens. */
      addresses: z.object({ graphRoot: loopbackUrl, authority: loopbackUrl }).optional(),
      /** For an unattended lab: the app signs in by itself, with a certificate's private key that lies in a PEM file. */
      certificate: z
        .object({
          /** Not needed where the certificate lies in the file too; colons and blanks do not matter. */
          thumbprintSha256: z
            .string()
            .transform((thumbprint) => thumbprint.replaceAll(/[\s:]/g, ''))
            .pipe(z.string().regex(/^[0-9a-fA-F]{64}$/, 'A SHA-256 thumbprint has 64 hexadecimal digits.'))
            .optional(),
          privateKeyFile: z.string().trim().min(1).max(4_096),
        })
        .optional(),
    }),
    tenantView,
  ),
  'tenants.update': command(
    z.object({ id: z.uuid(), name: z.string().trim().min(1).max(80).optional(), colour: tenantColour.optional() }),
    tenantView,
  ),
  'tenants.activate': command(z.object({ id: z.uuid() }), tenantView),
  'tenants.remove': command(z.object({ id: z.uuid() }), nothing),
  /** As a person; or as the app by itself, to see whether its certificate is taken. */
  'tenants.signIn': command(
    z.object({
      id: z.uuid(),
      method: z.enum(['browser', 'deviceCode']),
      /** Asks for this permission too, and keeps the account that is signed in. */
      permission: z.string().optional(),
    }),
    signInProgress,
  ),
  'tenants.signInProgress': query(z.object({ id: z.uuid() }), signInProgress),
  'tenants.cancelSignIn': command(z.object({ id: z.uuid() }), nothing),
  'tenants.signOut': command(z.object({ id: z.uuid() }), tenantView),
  'tenants.checkPermissions': command(z.object({ id: z.uuid() }), permissionCheck),

  'registration.register': command(deviceIds, queued),
  /** How far registrations have come: CLI.md's `register --wait --json` is the last answer, when none is waiting any more. */
  'registration.progress': query(
    deviceIds,
    z.object({
      devices: z.array(
        z.object({
          deviceId: z.uuid(),
          serialNumber: z.string(),
          /** assigned: the goal · stuck: nothing more happens by itself, and `message` says why · waiting: it goes on */
          state: z.enum(['assigned', 'stuck', 'waiting']),
          registration: registrationStatus,
          registrationError: reportedError.nullable(),
          profile: profileStatus,
          profileDetail: z.string().nullable(),
          attempts: z.number().int(),
          message: z.string(),
        }),
      ),
      counts: z.object({ assigned: z.number().int(), stuck: z.number().int(), waiting: z.number().int() }),
    }),
  ),
  'registration.removalPlan': command(z.object({ deviceId: z.uuid() }), removalPlan),
  /**
   * Starts the ordered removal of the records that the plan showed. The serial number is typed by the person and must match;
   * `conflict` where the records are others by now.
   */
  'registration.deregister': command(
    z.object({
      deviceId: z.uuid(),
      confirmedSerialNumber: z.string(),
      target: removalTarget,
      acceptsDoubts: z.boolean().default(false),
    }),
    queued,
  ),
  /** Records that somebody has deleted the computer account of a deregistered hybrid device in Active Directory. */
  'registration.recordAccountDeleted': command(z.object({ deviceId: z.uuid() }), nothing),
  'registration.unblock': command(deviceIds, queued),

  /** Reads the tenant's whole list, then every registered device of the queue in full; `deviceIds` reads only those. */
  'tracking.refresh': command(
    z.object({ tenantId: z.uuid(), deviceIds: z.array(z.uuid()).optional() }),
    z.object({
      read: z.number().int(),
      changed: z.number().int(),
      /** Devices that Microsoft did not tell about this time. */
      failed: z.number().int(),
      /** False where Microsoft's list ended early. */
      isWhole: z.boolean(),
    }),
  ),
  /** Asks Intune to synchronise, or says when it may be asked again. */
  'tracking.sync': command(
    z.object({ tenantId: z.uuid() }),
    z.object({
      state: z.enum(['queued', 'coolingDown']),
      /** The change that asks for it; null where it may not be asked yet. */
      jobId: z.uuid().nullable(),
      allowedAt: instant,
      sentence: z.string(),
    }),
  ),

  /** What the deployment report has said about a device so far, the newest first. */
  'tracking.events': query(
    z.object({ deviceId: z.uuid() }),
    z.object({ events: z.array(deploymentEvent), readAt: instant }),
  ),
  /** Reads Intune's deployment report of the last 30 days, and keeps what is about devices of the queue. */
  'tracking.readEvents': command(
    z.object({ tenantId: z.uuid() }),
    z.object({ read: z.number().int(), kept: z.number().int() }),
  ),

  /** Uploads corporate identifiers (manufacturer, model, serial number) for Autopilot device preparation. */
  'identifiers.upload': command(deviceIds, queued),
  /** Associates devices by the DeviceLinks that files brought for them; only where `deviceLinkBeta` is on. */
  'identifiers.associateDevices': command(deviceIds, queued),
  /** Associates a device with the tenant by its scanned DeviceLink; only where the setting `deviceLinkBeta` is on. */
  'identifiers.associate': command(
    z.object({ tenantId: z.uuid(), deviceLink: z.string().trim().min(1).max(20_000) }),
    queued,
  ),

  'assignment.assignUser': command(
    z.object({
      deviceIds: z.array(z.uuid()).min(1),
      userPrincipalName: z.string().trim().min(3).max(1_024),
      displayName: z.string().max(256).optional(),
    }),
    queued,
  ),
  'assignment.unassignUser': command(deviceIds, queued),
  'assignment.setGroupTag': command(
    z.object({ deviceIds: z.array(z.uuid()).min(1), groupTag: z.string().trim().max(512) }),
    queued,
  ),
  /** One device by its name, or several by a pattern such as `PC-%NUMBER:3%`; an empty pattern clears the names. */
  'assignment.rename': command(naming, queued),
  /** What `assignment.rename` would come to: the first few names, and the first few devices that it would refuse. */
  'assignment.names': query(
    naming,
    z.object({
      named: z.number().int(),
      refused: z.number().int(),
      examples: z.array(z.object({ serialNumber: z.string(), deviceName: z.string() })),
      problems: z.array(z.object({ serialNumber: z.string(), reason: z.string() })),
    }),
  ),
  'directory.searchUsers': query(
    z.object({ tenantId: z.uuid(), search: z.string().trim().min(1).max(120) }),
    z.object({ users: z.array(directoryUser) }),
  ),

  'jobs.list': query(
    jobFilter.extend({ batchId: z.string().optional(), ids: z.array(z.uuid()).optional(), ...jobPage }),
    z.object({ total: z.number().int(), jobs: z.array(jobView) }),
  ),
  /** The jobs put together by what brought them about, those that have a job in one of these states: what goes on or failed, then what has ended; newest first. */
  'jobs.batches': query(
    jobFilter.extend(jobPage),
    z.object({ total: z.number().int(), batches: z.array(jobBatchView) }),
  ),
  /** CLI.md's `status --json`, plus what the top bar needs. */
  'jobs.status': query(
    z.object({ tenantId: z.uuid().optional() }),
    z.object({
      jobs: jobCounts,
      nextAttemptAt: instant,
      syncAllowedAt: instant,
      /** What keeps changes from reaching Microsoft and devices from being followed, besides the pause and the network, which stand below as data. */
      problems: z.array(z.string()),
      paused: z.boolean(),
      online: z.boolean(),
      offlineSince: instant,
    }),
  ),
  'jobs.retry': command(jobChoice, jobsChanged),
  'jobs.cancel': command(jobChoice, jobsChanged),
  'jobs.pause': command(z.object({ paused: z.boolean() }), nothing),
};
