import { z } from 'zod';
import { practiceMood } from '../../tenants/practiceMood.ts';
import { APPLICATION_FAILED, deviceScreen, pretendDevice } from '../../tenants/deviceScreen.ts';
import { SHARED_AUTHORITY, isSharedAuthority } from '../../tenants/sharedAuthority.ts';
import { cloudName, signInProgress, tenantColour, tenantView } from '../../tenants/tenant.ts';
import { nothing } from '../document.ts';
import { command, query, type HandlersOf } from '../procedure.ts';

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

/** How the lane of a customer is told apart on this bench. */
const look = { name: z.string().trim().min(1).max(80), colour: tenantColour.default('steel') };

/** Which directory of Microsoft a tenant is, and how Reseal signs in to it. */
const binding = {
  directoryId,
  clientId: z.guid(),
  cloud: cloudName.default('global'),
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
};

/** Which device of the practice tenant is at hand. */
const atHand = { id: z.uuid(), ztdId: z.guid() };

export const tenantProcedures = {
  'tenants.list': query(nothing, z.object({ tenants: z.array(tenantView) })),
  /** The built-in practice tenant; adding it twice returns the one there is. */
  'tenants.addPractice': command(z.object({ speed: z.number().min(1).max(100_000).optional() }), tenantView),
  'tenants.add': command(z.object({ ...look, ...binding }), tenantView),
  /** A customer whose tenant is not known yet: everything that needs no Microsoft works, and the rest waits. */
  'tenants.addLane': command(z.object(look), tenantView),
  /** Binds a lane to its directory. Nothing is sent by that: `tenants.letSend` does it. */
  'tenants.connect': command(z.object({ id: z.uuid(), ...binding }), tenantView),
  /** What was done in a lane before it was connected may go to Microsoft from now on. */
  'tenants.letSend': command(z.object({ id: z.uuid() }), tenantView),
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
  /**
   * Brings invented devices into the queue of the practice tenant, under each of its profiles; those that are there stay as
   * they are. Besides, sealed boxes that their maker has registered, and that no queue knows.
   */
  'tenants.addSamples': command(
    z.object({ id: z.uuid() }),
    z.object({ added: z.number().int(), known: z.number().int(), boxes: z.number().int() }),
  ),
  /** The devices that the practice tenant holds and its queue does not. */
  'tenants.sealedBoxes': query(z.object({ id: z.uuid() }), z.object({ devices: z.array(pretendDevice) })),
  /** How the practice tenant answers; null where a file of faults says otherwise. `not-found` where there is none. */
  'tenants.practiceMood': query(nothing, z.object({ mood: practiceMood.nullable() })),
  'tenants.setPracticeMood': command(z.object({ mood: practiceMood }), nothing),
  /** Does one thing to a pretend device, tells the practice tenant what the device would, and shows its screen. */
  'tenants.playDevice': command(
    z.object({
      ...atHand,
      step: z.enum(['windowsKey', 'finish', 'signIn']),
      /** How the deployment finishes: the technician flow, the device’s own, or for `signIn` the user’s. */
      result: z.enum(['success', 'failure']).default('success'),
      /** In lower case with 0x, as Windows prints it; for a failure. */
      errorCode: z.string().max(100).default(APPLICATION_FAILED),
      /** How long it took, as the result screen shows. */
      elapsedMs: z.number().positive().max(86_400_000).default(60_000),
    }),
    deviceScreen,
  ),
};

export type TenantHandlers = HandlersOf<typeof tenantProcedures>;
