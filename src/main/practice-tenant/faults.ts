import { z } from 'zod';
import type { PracticeClock } from './clock.ts';
import { serialRuleSchema } from './lifecycle/serialRules.ts';
import { seededFraction } from './seededRandom.ts';

const refusalMoment = z.enum(['beforeEffect', 'afterEffect']);

const effectSchema = z.discriminatedUnion('kind', [
  /** 429; `retryAfterSeconds: null` leaves the header out, as Intune often does. */
  z.strictObject({ kind: z.literal('throttle'), retryAfterSeconds: z.number().min(0).nullable() }),
  /** 500, 502, 503 or 504, before or after the request took effect. */
  z.strictObject({
    kind: z.literal('status'),
    status: z.number().int().min(500).max(599),
    retryAfterSeconds: z.number().min(0).nullable().default(null),
    when: refusalMoment.default('beforeEffect'),
  }),
  /** The connection ends without an answer. */
  z.strictObject({ kind: z.literal('drop'), when: refusalMoment }),
  /** The answer takes this many virtual seconds. */
  z.strictObject({ kind: z.literal('slow'), seconds: z.number().min(0) }),
  /** 401, whatever the token is worth. */
  z.strictObject({ kind: z.literal('expireToken') }),
  /** A list's nextLink leads to the same page again. */
  z.strictObject({ kind: z.literal('loopNextLink') }),
  /** An import takes this share of its rows and is silent about the rest. */
  z.strictObject({ kind: z.literal('partialImport'), keepShare: z.number().min(0).max(1) }),
  /** Written values take this many virtual seconds longer to be read. */
  z.strictObject({ kind: z.literal('staleRead'), seconds: z.number().min(0) }),
  /** A 2xx without any effect (microsoft-graph-docs#11620). */
  z.strictObject({ kind: z.literal('ignoreWrite') }),
  /** The same, until the same is sent a second time, as it was reported there. */
  z.strictObject({ kind: z.literal('ignoreFirstWrite') }),
  /** The bare 400 that assignUserToDevice answers in some tenants. */
  z.strictObject({ kind: z.literal('badRequest') }),
  /** 403, as where the account lacks the Intune role or the tenant the licence. */
  z.strictObject({ kind: z.literal('forbidden') }),
  /** A `$filter` has no effect, as one that Intune does not support: all rows come (microsoft-graph-docs#19890). */
  z.strictObject({ kind: z.literal('ignoreFilter') }),
  /** A single read of an Autopilot device says `unknown` for the status of its profile (microsoft-graph-docs#6877). */
  z.strictObject({ kind: z.literal('unknownProfile') }),
  /** Intune says of the devices that it manages their firmware (DFCI). */
  z.strictObject({ kind: z.literal('firmwareManaged') }),
  /** 404, as of a replica that has not heard of an object yet. */
  z.strictObject({ kind: z.literal('notFound') }),
]);

/** Everything that can go wrong, by the name that a file of faults gives it. */
export const faultKinds: readonly string[] = effectSchema.options.map(({ shape }) => shape.kind.value);

const ruleSchema = z.strictObject({
  effect: effectSchema,
  /** Any of these methods; every one when left out. */
  methods: z.array(z.enum(['GET', 'POST', 'DELETE', 'PATCH'])).optional(),
  /** Path below the version, `*` for anything: `/deviceManagement/*`. */
  path: z.string().default('*'),
  probability: z.number().min(0).max(1).default(1),
  /** How often at most. */
  count: z.number().int().min(1).optional(),
  /** Virtual seconds after the rules were set. */
  window: z.strictObject({ fromSeconds: z.number().min(0), forSeconds: z.number().min(0) }).optional(),
});

/** What a faults file or command holds. */
export const faultsSchema = z.strictObject({
  faults: z.array(ruleSchema).default([]),
  serialRules: z.array(serialRuleSchema).default([]),
  /** Whether the deployment report still tells what became of each app and policy, as until 2023. */
  servesPolicyDetails: z.boolean().default(false),
  /** Delegated permissions that nobody may consent to, such as `Device.Read.All`. */
  refusedScopes: z.array(z.string()).default([]),
});

export type FaultSettings = z.infer<typeof faultsSchema>;
export type FaultSettingsInput = z.input<typeof faultsSchema>;
type Effect = z.infer<typeof effectSchema>;
type Rule = z.infer<typeof ruleSchema>;

/** How one request goes wrong; an empty list of effects means not at all. */
export type FaultPlan = readonly Effect[];

export interface Faults {
  settings(): FaultSettings;
  set(settings: FaultSettings): void;
  /** Draws what happens to a request. */
  plan(method: string, path: string): FaultPlan;
}

interface ArmedRule {
  readonly rule: Rule;
  readonly pattern: RegExp;
  draws: number;
  hits: number;
}

/** @param seed the same seed, settings and order of requests draw the same faults */
export function createFaults(seed: number, clock: PracticeClock, initial: FaultSettings): Faults {
  let settings = initial;
  let armed = arm(initial);
  let setAt = clock.now();

  function strikes(rule: ArmedRule, index: number, method: string, path: string): boolean {
    const { methods, probability, count, window } = rule.rule;
    if (methods && !methods.some((candidate) => candidate === method)) return false;
    if (!rule.pattern.test(path)) return false;
    if (count !== undefined && rule.hits >= count) return false;
    if (window) {
      const elapsed = (clock.now() - setAt) / 1000;
      if (elapsed < window.fromSeconds || elapsed >= window.fromSeconds + window.forSeconds) return false;
    }
    rule.draws += 1;
    if (seededFraction(seed, 'fault', index, rule.draws) >= probability) return false;
    rule.hits += 1;
    return true;
  }

  return {
    settings: () => settings,
    set(next) {
      settings = next;
      armed = arm(next);
      setAt = clock.now();
    },
    plan: (method, path) =>
      armed.filter((rule, index) => strikes(rule, index, method, path)).map(({ rule }) => rule.effect),
  };
}

function arm(settings: FaultSettings): ArmedRule[] {
  return settings.faults.map((rule) => ({ rule, pattern: globToPattern(rule.path), draws: 0, hits: 0 }));
}

function globToPattern(glob: string): RegExp {
  const source = glob
    .split('*')
    .map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join('.*');
  return new RegExp(`^${source}$`, 'i');
}

/** The first effect of a kind: for the kinds that do not add up. */
export function effectOf<Kind extends Effect['kind']>(
  plan: FaultPlan,
  kind: Kind,
): Extract<Effect, { kind: Kind }> | undefined {
  return plan.find((effect): effect is Extract<Effect, { kind: Kind }> => effect.kind === kind);
}
