/**
 * An act is one object: everything that offers it reads this. To add one:
 * 1. its words, each once, in `text/<capability>.ts`;
 * 2. the object in `features/<capability>/<capability>Acts.tsx`: the command palette and the key help have it by that alone;
 * 3. `menu` puts it into the menu of a device, `bar` into the bar of the queue, `nextStepActs.ts` makes it a next step;
 * 4. a new file of acts is named in `registry.ts`, whose order is the order in menus and lists;
 * 5. its condition gets a test in `test/unit/page/acts`.
 */
import type { ReactElement } from 'react';
import type { FluentIcon } from '@fluentui/react-icons';
import type { InputOf, OutputOf, ProcedureName } from '../../shared/api/contract.ts';
import type { DeviceDetail } from '../../shared/devices/deviceDetail.ts';
import type { DeviceView } from '../../shared/devices/deviceView.ts';
import type { Outcome } from '../../shared/outcome/outcome.ts';
import type { TenantView } from '../../shared/tenants/tenant.ts';
import type { Client } from '../api/client.ts';
import type { Workspace } from '../app/workspace.ts';
import type { MakePaper } from '../ui/makePaper.ts';
import type { Notify } from '../ui/notify.ts';

/** The device whose page is shown. */
export interface DeviceAtHand {
  readonly kind: 'device';
  readonly detail: DeviceDetail;
}

/** What is selected in the queue, on screen or not. Only the ids are known: the backend refuses what cannot be. */
export interface SelectionAtHand {
  readonly kind: 'selection';
  readonly tenantId: string;
  readonly ids: readonly string[];
}

/** A tenant, and how sending to it stands; null while that is not known. */
export interface TenantAtHand {
  readonly kind: 'tenant';
  readonly tenant: TenantView;
  readonly status: OutputOf<'jobs.status'> | null;
}

/** Reseal as a whole. */
export interface ResealAtHand {
  readonly kind: 'reseal';
  readonly status: OutputOf<'jobs.status'> | null;
}

export type AtHand = DeviceAtHand | SelectionAtHand | TenantAtHand | ResealAtHand;

/** What an act works on. `devices` is either the device whose page is shown, or the selected devices. */
export interface Targets {
  readonly device: DeviceAtHand;
  readonly selection: SelectionAtHand;
  readonly devices: DeviceAtHand | SelectionAtHand;
  readonly tenant: TenantAtHand;
  readonly nothing: ResealAtHand;
}

/** What an act works with. */
export interface ActTools {
  readonly client: Client;
  /** Runs a command; a failure is told. */
  readonly command: <Name extends ProcedureName>(name: Name, input: InputOf<Name>) => Promise<Outcome<OutputOf<Name>>>;
  readonly notify: Notify;
  readonly makePaper: MakePaper;
  /** Tells how many changes are on their way to Microsoft, and which were refused and why. */
  readonly tellQueued: (outcome: OutputOf<'registration.register'>) => void;
  /** Goes over to another act that asks first. */
  readonly ask: (act: Act, on: AtHand) => void;
  readonly openCamera: () => void;
  /** Shows how a device stands, as a scan of it would. */
  readonly showDevice: (device: DeviceView) => void;
}

export interface ActFacts<On> {
  /** Tells acts apart; one word a capability, such as `assignment.assignUser`. */
  readonly name: string;
  /** In full: what it is called where it stands alone, as in the palette and in menus. */
  readonly label: string | ((on: On) => string);
  /** On a button, or in a menu whose name says the rest. */
  readonly short?: string | ((on: On) => string);
  /** What the button says while it runs. */
  readonly busy?: (on: On) => string;
  readonly Icon: FluentIcon;
  /** Other words a person may look for it by. */
  readonly alsoCalled?: string;
  /** A single key that does it from anywhere in the page, and what the key help says of it. */
  readonly key?: { readonly press: string; readonly help: string };
  /** True, or why it cannot be done now, as a sentence. Left out where it always can. */
  readonly allowed?: (on: On, workspace: Workspace) => true | string;
  /** Its part of the menu of a device: change it, look again or take a record back, part with it. */
  readonly menu?: 'change' | 'look' | 'leave';
  /** Its part of the bar over a selection. */
  readonly bar?: 'beside' | 'export' | 'more' | 'last';
}

/** Runs at once. */
interface Runs<On> {
  readonly run: (on: On, tools: ActTools) => Promise<void> | void;
}

/** Asks in a dialog before it runs. */
interface Asks<On> {
  readonly dialog: (on: On, onClose: () => void) => ReactElement;
  /** The question is about the next step: when that is another, from a scan or another bench, it is closed. */
  readonly isAboutStep?: true;
}

export type ActOf<Target extends keyof Targets> = { readonly appliesTo: Target } & ActFacts<Targets[Target]> &
  (Runs<Targets[Target]> | Asks<Targets[Target]>);

export type Act = { [Target in keyof Targets]: ActOf<Target> }[keyof Targets];

/** The ids of the device or the devices at hand. */
export function idsOf(on: Targets['devices']): string[] {
  return on.kind === 'device' ? [on.detail.device.id] : [...on.ids];
}

/** Whose devices are at hand. */
export function tenantIdOf(on: Targets['devices']): string {
  return on.kind === 'device' ? on.detail.device.tenantId : on.tenantId;
}
