import { z } from 'zod';
import { practiceMood } from '../../shared/tenants/practiceMood.ts';
import { APPLICATION_FAILED } from '../../shared/tenants/deviceScreen.ts';
import { changePreparation, preparationChangeSchema } from './changePreparation.ts';
import { runDevicePreparation } from './devicePreparation.ts';
import { ORGANIZATION_NAME } from './directory.ts';
import type { FlowRefusal } from './enrollment.ts';
import { faultsSchema, type Faults } from './faults.ts';
import { faultsOfMood, moodOf } from './moods.ts';
import { addIntuneDevices, convertIntuneDevices } from './intuneDevices.ts';
import type { Json } from './protocol/graphMessages.ts';
import type { RequestStats } from './requestStats.ts';
import { registerAsPartner } from './partnerRegistration.ts';
import { erasePerson } from './erasePerson.ts';
import { editInPortal } from './portalEdit.ts';
import { startScreenOf } from './startScreen.ts';
import { stateSummary } from './stateSummary.ts';
import { runSelfDeployment, runTechnicianFlow } from './technicianFlow.ts';
import { runUserFlow } from './userPart.ts';
import type { PracticeDeviceRow } from './state/rows.ts';
import type { Tenant } from './tenant.ts';

/** A request to `/practice/…`, which Graph does not have: for people and tests that steer the tenant. */
export interface ControlRequest {
  readonly method: string;
  /** Decoded segments below `/practice`. */
  readonly segments: readonly string[];
  readonly body: unknown;
}

export interface ControlAnswer {
  readonly status: number;
  readonly body: Json;
}

interface ControlParts {
  readonly tenant: Tenant;
  readonly faults: Faults;
  readonly stats: RequestStats;
  readonly reset: () => void;
}

const clockSchema = z.strictObject({
  speed: z.number().positive().optional(),
  advanceSeconds: z.number().min(0).optional(),
});
const moodSchema = z.strictObject({ mood: practiceMood });
const flowEndSchema = z.strictObject({
  result: z.enum(['success', 'failure']).default('success'),
  errorCode: z
    .string()
    .regex(/^0x[0-9a-f]{8}$/)
    .default(APPLICATION_FAILED),
});
const partnerSchema = z.strictObject({
  devices: z.array(z.strictObject({ hardwareIdentifier: z.base64(), groupTag: z.string().default('') })).min(1),
});
/** What an administrator types in Intune; an empty text clears. */
const portalEditSchema = z.strictObject({
  groupTag: z.string().optional(),
  userPrincipalName: z.string().optional(),
  displayName: z.string().optional(),
});
const intuneDevicesSchema = z.strictObject({
  devices: z
    .array(z.strictObject({ hardwareIdentifier: z.base64(), userPrincipalName: z.string().default('') }))
    .min(1),
});
const preparationSchema = z.strictObject({
  serialNumber: z.string().min(1),
  manufacturer: z.string(),
  model: z.string(),
  userPrincipalName: z.string().default(''),
  ...flowEndSchema.shape,
});
const erasureSchema = z.strictObject({ names: z.array(z.string().min(3)).min(1) });
const remediationSchema = z.strictObject({
  remediationState: z.enum([
    'unknown',
    'noRemediationRequired',
    'automaticRemediationRequired',
    'manualRemediationRequired',
  ]),
});

/** What anybody on this machine may know about the tenant, without a token. */
export function describeTenant(tenant: Tenant): Json {
  return {
    name: 'practice',
    speed: tenant.clock.speed(),
    now: new Date(tenant.clock.now()).toISOString(),
    tenantId: tenant.state.settings.text('tenantId'),
    displayName: ORGANIZATION_NAME,
  };
}

/** Answers a control request whose token has been checked. */
export function answerControl(request: ControlRequest, { tenant, faults, stats, reset }: ControlParts): ControlAnswer {
  const [topic = '', ztdId = '', action = ''] = request.segments;
  switch (`${request.method} ${topic}`) {
    case 'GET stats':
      return ok(stats.summary());
    case 'DELETE stats':
      stats.clear();
      return ok({});
    case 'GET state':
      return ok(stateSummary(tenant.state));
    case 'GET faults':
      return ok(z.json().parse(faults.settings()));
    case 'GET mood':
      return ok({ mood: moodOf(faults.settings()) });
    case 'PUT mood':
      return withBody(request.body, moodSchema, ({ mood }) => {
        faults.set(faultsOfMood(mood));
        return ok({ mood });
      });
    case 'PUT faults':
      return withBody(request.body, faultsSchema, (settings) => {
        faults.set(settings);
        return ok({});
      });
    case 'POST clock':
      return withBody(request.body, clockSchema, ({ speed, advanceSeconds }) => {
        if (speed !== undefined) tenant.clock.setSpeed(speed);
        tenant.clock.advance(advanceSeconds ?? 0);
        return ok(describeTenant(tenant));
      });
    case 'POST reset':
      reset();
      return ok({});
    case 'GET devices':
      return ztdId === ''
        ? ok(listedDevices(tenant))
        : withDevice(tenant, ztdId, (device) => ok(startScreenOf(tenant, device)));
    case 'POST intune-devices':
      return withBody(request.body, intuneDevicesSchema, ({ devices }) =>
        answerHashes(addIntuneDevices(tenant, devices)),
      );
    case 'POST conversion':
      return ok({ converted: convertIntuneDevices(tenant) });
    case 'POST erasure':
      return withBody(request.body, erasureSchema, ({ names }) => {
        erasePerson(tenant.state.database, names);
        return ok({});
      });
    case 'POST preparation-policy':
      return withBody(request.body, preparationChangeSchema, (change) => {
        changePreparation(tenant, change);
        return ok({});
      });
    case 'POST device-preparation':
      return withBody(request.body, preparationSchema, (device) => flowAnswer(runDevicePreparation(tenant, device)));
    case 'POST devices':
      if (ztdId === '')
        return withBody(request.body, partnerSchema, ({ devices }) => answerHashes(registerAsPartner(tenant, devices)));
      return withDevice(tenant, ztdId, (device) => steerDevice(tenant, device, action, request.body));
    default:
      return refused(404, 'The practice tenant has no such page.');
  }
}

function withDevice(tenant: Tenant, ztdId: string, act: (device: PracticeDeviceRow) => ControlAnswer): ControlAnswer {
  const device = tenant.state.devices.find(ztdId);
  return device?.isListed === 1 ? act(device) : refused(404, 'No registered device has this ZTDID.');
}

function listedDevices(tenant: Tenant): Json {
  return tenant.state.devices
    .all()
    .filter(({ isListed }) => isListed === 1)
    .map(({ id, serialNumber, manufacturer, model }) => ({ ztdId: id, serialNumber, manufacturer, model }));
}

function answerHashes(unreadable: number): ControlAnswer {
  return unreadable === 0 ? ok({}) : refused(400, 'A hardware hash cannot be read.');
}

function steerDevice(tenant: Tenant, device: PracticeDeviceRow, action: string, body: unknown): ControlAnswer {
  switch (action) {
    case 'technician-flow':
      return withBody(body, flowEndSchema, (end) => flowAnswer(runTechnicianFlow(tenant, device, end)));
    case 'self-deployment':
      return withBody(body, flowEndSchema, (end) => flowAnswer(runSelfDeployment(tenant, device, end)));
    case 'user-flow':
      return withBody(body, flowEndSchema, (end) => flowAnswer(runUserFlow(tenant, device, end)));
    case 'portal-edit':
      return withBody(body, portalEditSchema, (edit) => {
        editInPortal(tenant, device, edit);
        return ok({});
      });
    case 'remediation':
      return withBody(body, remediationSchema, ({ remediationState }) => {
        tenant.state.devices.update(device.id, { remediationState, remediationChangedAt: tenant.clock.now() });
        return ok({});
      });
    default:
      return refused(404, 'The practice tenant has no such page.');
  }
}

function flowAnswer(refusal: FlowRefusal | null): ControlAnswer {
  if (refusal === null) return ok({});
  return { status: 409, body: { error: refusal.sentence, errorCode: refusal.errorCode } };
}

function withBody<Schema extends z.ZodType>(
  body: unknown,
  schema: Schema,
  act: (value: z.infer<Schema>) => ControlAnswer,
): ControlAnswer {
  const parsed = schema.safeParse(body ?? {});
  return parsed.success ? act(parsed.data) : refused(400, z.prettifyError(parsed.error));
}

const ok = (body: Json): ControlAnswer => ({ status: 200, body });
const refused = (status: number, message: string): ControlAnswer => ({ status, body: { error: message } });
