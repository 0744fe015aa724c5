import { lookup } from 'node:dns/promises';
import { connect, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import type { NetworkHost } from '../../../shared/preflight/networkHost.ts';
import type { Probe, ProbeOutcome } from '../../../shared/preflight/probe.ts';
import { askTime } from './askTime.ts';
import { readHttpAnswer } from './readHttpAnswer.ts';

export interface ProbeSettings {
  /** The authorities that a device in its first setup trusts, as PEM. */
  readonly authorities: readonly string[];
  /** For each step: name, connection, handshake, answer. */
  readonly waitMs: number;
  readonly now: () => Date;
}

/** What Node calls a certificate that comes from no authority of the list. */
const UNKNOWN_AUTHORITY: ReadonlySet<string> = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_UNTRUSTED',
]);
const WRONG_TIME: ReadonlySet<string> = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID']);
const WRONG_NAME = 'ERR_TLS_CERT_ALTNAME_INVALID';

/** Checks one port of one host, step by step; whatever happens is an outcome. It sends nothing but a request for a page or the time. */
export async function probeHost(host: NetworkHost, check: string, settings: ProbeSettings): Promise<Probe> {
  const [protocol, portText] = check.split(':');
  const port = Number(portText);
  const outcome = await outcomeOf(host, protocol, port, settings);
  return { hostId: host.id, port, at: settings.now(), outcome };
}

async function outcomeOf(
  host: NetworkHost,
  protocol: string | undefined,
  port: number,
  settings: ProbeSettings,
): Promise<ProbeOutcome> {
  let address: string;
  try {
    ({ address } = await within(lookup(host.host), settings.waitMs));
  } catch {
    return { kind: 'noName' };
  }
  try {
    if (protocol === 'ntp') {
      const answer = await askTime(address, port, settings.waitMs);
      return answer === null ? { kind: 'timedOut' } : { kind: 'answered', certificate: null, answer };
    }
    const socket = await connected(connect({ host: address, port }), settings.waitMs);
    try {
      return protocol === 'tls'
        ? await secured(host, socket, settings)
        : { kind: 'answered', certificate: null, answer: await answered(host, socket, settings) };
    } finally {
      socket.destroy();
    }
  } catch (error) {
    return failureOf(error, 'connection');
  }
}

async function secured(host: NetworkHost, socket: Socket, settings: ProbeSettings): Promise<ProbeOutcome> {
  // Not refused at once: what is wrong with a certificate is what we came for. Nothing is sent over one that is wrong.
  const secure = connectTls({
    socket,
    servername: host.host,
    ca: [...settings.authorities],
    rejectUnauthorized: false,
  });
  try {
    await handshaken(secure, settings.waitMs);
    const fault = faultOf(secure);
    if (fault !== null) return fault;
    return { kind: 'answered', certificate: 'right', answer: await answered(host, secure, settings) };
  } catch (error) {
    return failureOf(error, 'tls');
  } finally {
    secure.destroy();
  }
}

function faultOf(secure: TLSSocket): ProbeOutcome | null {
  if (secure.authorized) return null;
  // Node types it as an error, and gives its code.
  const code = String(secure.authorizationError);
  if (WRONG_TIME.has(code)) return badCertificate(secure, 'time');
  if (UNKNOWN_AUTHORITY.has(code)) return badCertificate(secure, 'authority');
  if (code.includes(WRONG_NAME)) return badCertificate(secure, 'name');
  return { kind: 'failed', during: 'tls', reason: code };
}

type BadCertificate = Extract<ProbeOutcome, { readonly kind: 'badCertificate' }>;

function badCertificate(secure: TLSSocket, fault: BadCertificate['fault']): BadCertificate {
  const { issuer, valid_from: from, valid_to: until } = secure.getPeerCertificate();
  // A certificate need not have either, whatever the types say.
  const name = [issuer.CN, issuer.O].filter(Boolean).join(', ');
  return { kind: 'badCertificate', fault, issuer: name === '' ? 'an authority without a name' : name, from, until };
}

/** A host may answer nothing by HTTP and still be reached. */
async function answered(host: NetworkHost, socket: Socket, { waitMs }: ProbeSettings) {
  socket.setTimeout(waitMs);
  return await readHttpAnswer(socket, {
    host: host.host,
    path: host.path ?? '/',
    withBody: host.expects !== undefined,
  });
}

class TimedOut extends Error {}

function within<Value>(work: Promise<Value>, waitMs: number): Promise<Value> {
  const waiting = Promise.withResolvers<never>();
  const timer = setTimeout(() => waiting.reject(new TimedOut()), waitMs);
  return Promise.race([work, waiting.promise]).finally(() => clearTimeout(timer));
}

const connected = (socket: Socket, waitMs: number): Promise<Socket> => settled(socket, 'connect', waitMs);
const handshaken = (socket: TLSSocket, waitMs: number): Promise<Socket> => settled(socket, 'secureConnect', waitMs);

async function settled(socket: Socket, event: string, waitMs: number): Promise<Socket> {
  const { promise, resolve, reject } = Promise.withResolvers<Socket>();
  socket.once(event, () => resolve(socket));
  // Later errors of the connection are no outcome of their own.
  socket.on('error', reject);
  socket.once('close', () => reject(new Error('the connection was closed')));
  try {
    return await within(promise, waitMs);
  } catch (error) {
    socket.destroy();
    throw error;
  }
}

function failureOf(error: unknown, during: 'connection' | 'tls'): ProbeOutcome {
  if (error instanceof TimedOut) return { kind: 'timedOut' };
  const code = error instanceof Error && 'code' in error ? String(error.code) : null;
  if (code === 'ECONNREFUSED') return { kind: 'refused' };
  if (code === 'ETIMEDOUT') return { kind: 'timedOut' };
  return { kind: 'failed', during, reason: code ?? (error instanceof Error ? error.message : String(error)) };
}
