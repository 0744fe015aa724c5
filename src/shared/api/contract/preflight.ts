import { z } from 'zod';
import { deviceIds } from '../../devices/deviceIds.ts';
import { networkChoice, networkHost } from '../../preflight/networkHost.ts';
import { judgedFinding, scenarioVerdict } from '../../preflight/preflightFinding.ts';
import { document, paperSize, withCodes } from '../document.ts';
import { tenantAnswer, tenantChoice, tenantQuestion } from '../../preflight/tenantQuestion.ts';
import { command, query, type HandlersOf } from '../procedure.ts';

/** What a hash says for and against each way to deploy its device. */
const deviceCheck = z.object({
  serialNumber: z.string().nullable(),
  manufacturer: z.string().nullable(),
  model: z.string().nullable(),
  /** When the hash was captured, by the clock of the device. */
  capturedAt: z.string().nullable(),
  verdicts: z.array(scenarioVerdict),
  findings: z.array(judgedFinding),
});
export type DeviceCheck = z.infer<typeof deviceCheck>;

const ofTenant = tenantChoice.extend({
  tenantId: z.uuid(),
  answers: z
    .array(z.object({ question: z.string().max(80), answer: tenantAnswer }))
    .max(100)
    .default([]),
});

const tenantCheck = z.object({
  /** The questions that the choice needs, in the order in which they are asked. */
  questions: z.array(tenantQuestion),
  findings: z.array(judgedFinding),
  verdicts: z.array(scenarioVerdict),
});
export type TenantCheck = z.infer<typeof tenantCheck>;

const networkReport = z.object({
  checkedAt: z.iso.datetime(),
  /** How many hosts have a whole name, and were contacted. */
  contacted: z.number().int(),
  findings: z.array(judgedFinding),
});
export type NetworkReport = z.infer<typeof networkReport>;

export const preflightProcedures = {
  /** Judges devices of the queue by their newest captures; Microsoft is not asked. */
  'preflight.devices': query(deviceIds, z.object({ devices: z.array(deviceCheck.extend({ deviceId: z.uuid() })) })),
  /** Judges a device that is not in the queue, by the first hash of a file. */
  'preflight.hash': query(z.object({ text: z.string().max(20_000_000) }), deviceCheck),
  /** Judges a tenant by what was read of it last and by the answers, which are not kept; Microsoft is not asked. */
  'preflight.tenant': query(ofTenant, tenantCheck),
  /** Reads its profiles, status pages and policies anew first. `unread` says what could not be read, and why. */
  'preflight.readTenant': command(
    z.object({ tenantId: z.uuid() }),
    z.object({ unread: z.array(z.object({ part: z.enum(['profiles', 'pages', 'policies']), message: z.string() })) }),
  ),
  /** The hosts that a network must let through, and that a check would contact; nothing is contacted. */
  'preflight.hosts': query(
    networkChoice,
    z.object({
      hosts: z.array(networkHost),
      /** Whether it is the lab's own list. */
      isOwn: z.boolean(),
    }),
  ),
  /** Contacts these hosts from this computer, and judges what comes of it. */
  'preflight.checkNetwork': command(networkChoice, networkReport),
  /** The hosts as a PDF for the owner of the network, with what was found since Reseal was started. */
  'preflight.networkPaper': query(networkChoice.extend({ paper: paperSize.optional(), withCodes }), document),
};

export type PreflightHandlers = HandlersOf<typeof preflightProcedures>;
