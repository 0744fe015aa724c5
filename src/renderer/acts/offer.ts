import type { ReactElement } from 'react';
import type { Workspace } from '../app/workspace.ts';
import type { Act, ActOf, ActTools, AtHand, Targets } from './act.ts';

/** An act together with what it would be done to. */
export interface Offer {
  /** The act and its target, as one name: what runs is known by it. */
  readonly id: string;
  readonly act: Act;
  readonly on: AtHand;
  /** In full, and as a button says it. */
  readonly label: string;
  readonly short: string;
  /** What a button says while it runs. */
  readonly busy: string;
  /** Why it cannot be done now; null where it can. */
  readonly reason: string | null;
  readonly does:
    | { readonly run: (tools: ActTools) => Promise<void> | void }
    | { readonly dialog: (onClose: () => void) => ReactElement; readonly isAboutStep: boolean };
}

/** Every act that fits the target on screen, in the order of the acts, allowed or not. */
export function offersOn(acts: readonly Act[], atHand: readonly AtHand[], workspace: Workspace): Offer[] {
  return acts.flatMap((act) => atHand.flatMap((on) => offerOf(act, on, workspace) ?? []));
}

/** Null where the act is for something else. */
export function offerOf(act: Act, on: AtHand, workspace: Workspace): Offer | null {
  switch (act.appliesTo) {
    case 'device':
      return on.kind === 'device' ? bind(act, act, on, workspace) : null;
    case 'selection':
      return on.kind === 'selection' ? bind(act, act, on, workspace) : null;
    case 'devices':
      return on.kind === 'device' || on.kind === 'selection' ? bind(act, act, on, workspace) : null;
    case 'tenant':
      return on.kind === 'tenant' ? bind(act, act, on, workspace) : null;
    case 'nothing':
      return on.kind === 'reseal' ? bind(act, act, on, workspace) : null;
  }
}

function bind<Target extends keyof Targets>(
  act: Act,
  typed: ActOf<Target>,
  on: Targets[Target],
  workspace: Workspace,
): Offer {
  const label = inWords(typed.label, on);
  const short = typed.short === undefined ? label : inWords(typed.short, on);
  const allowed = typed.allowed?.(on, workspace) ?? true;
  return {
    id: `${typed.name} ${nameOf(on)}`,
    act,
    on,
    label,
    short,
    busy: typed.busy?.(on) ?? short,
    reason: allowed === true ? null : allowed,
    does:
      'run' in typed
        ? { run: (tools) => typed.run(on, tools) }
        : { dialog: (onClose) => typed.dialog(on, onClose), isAboutStep: typed.isAboutStep === true },
  };
}

function inWords<On>(words: string | ((on: On) => string), on: On): string {
  return typeof words === 'string' ? words : words(on);
}

function nameOf(on: AtHand): string {
  switch (on.kind) {
    case 'device':
      return on.detail.device.id;
    case 'tenant':
      return on.tenant.id;
    case 'selection':
    case 'reseal':
      return on.kind;
  }
}
