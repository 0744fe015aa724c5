import type { Catalogue } from '../words/catalogue.ts';
import type { PreflightFinding } from './preflightFinding.ts';

type NetworkFinding = Extract<PreflightFinding, { readonly code: `network.${string}` }>;

/** “443”, or nothing where the name alone is meant. */
const at = ({ host, port }: { readonly host: string; readonly port: number }): string => `${host}, port ${port}`;

/** A length of time in the largest unit that is not nothing. */
function lengthWords(seconds: number): string {
  const size = Math.abs(seconds);
  const [number, one, many] =
    size < 120
      ? [size, 'second', 'seconds']
      : size < 7_200
        ? [Math.round(size / 60), 'minute', 'minutes']
        : [Math.round(size / 3_600), 'hour', 'hours'];
  return `${number} ${number === 1 ? one : many}`;
}

const direction = (seconds: number): string => (seconds > 0 ? 'behind' : 'ahead of');

/** What was found of a network. */
export const networkFound: Catalogue<NetworkFinding> = {
  'network.reached': (one) => `${at(one)}: it answers.`,
  'network.noName': (one) => `${at(one)}: its name cannot be resolved (DNS).`,
  'network.refused': (one) => `${at(one)}: the connection is refused.`,
  'network.timedOut': (one) => `${at(one)}: nothing answers in time.`,
  'network.unreachable': (one) => `${at(one)}: it cannot be reached (${one.reason}).`,
  'network.otherCertificate': (one) =>
    `${at(one)}: the certificate is for another name (issued by ${one.issuer}). Something else answers in its place.`,
  'network.strangeAuthority': (one) =>
    `${at(one)}: the certificate is from ${one.issuer}, which is no public authority. Something looks into the connection${one.refusesInspection ? ', and Microsoft does not support that for this host' : ''}.`,
  'network.ownAuthority': (one) =>
    `${at(one)}: it answers with a certificate of ${one.issuer}. Microsoft has authorities of its own, which Reseal cannot tell from others of that name.`,
  'network.notValidNow': (one) =>
    `${at(one)}: the certificate of ${one.issuer} counts from ${one.from} until ${one.until}, and not now.`,
  'network.tlsFailed': (one) => `${at(one)}: no secure connection comes about (${one.reason}).`,
  'network.otherAnswer': (one) => `${at(one)}: something else answers, such as a sign-in page of the network.`,
  'network.proxyAnswers': (one) => `${at(one)}: a proxy answers and wants a sign-in first (${one.via}).`,
  'network.pattern': ({ host }) =>
    `${host} stands for many names and cannot be checked. Ask whether the network allows it.`,
  'network.clockOff': ({ seconds, hosts }) =>
    `The clock of this computer is ${lengthWords(seconds)} ${direction(seconds)} the time of the network (hosts that told it: ${hosts}).`,
  'network.clockRight': ({ seconds, hosts }) =>
    `The clock of this computer agrees with the network within ${lengthWords(seconds)} (hosts that told the time: ${hosts}).`,
  'network.clockNotKnown': () => 'No host told the time, so whether a clock is off is not known.',
  'network.otherClock': ({ host, port, seconds }) =>
    `${at({ host, port })}: it tells another time than the rest, by ${lengthWords(seconds)}: something in between may answer for it.`,
  'network.proxySet': ({ variable }) =>
    `This computer is set to use a proxy (${variable}). The check went without it, as a device in its first setup does.`,
};

const blocked = ({ without }: { readonly without: string }): string => without;

/** What fails because of it. */
export const networkWithout: Catalogue<NetworkFinding> = {
  'network.reached': () => 'Nothing: it can be used.',
  'network.noName': blocked,
  'network.refused': blocked,
  'network.timedOut': blocked,
  'network.unreachable': blocked,
  'network.otherCertificate': ({ without }) => `A device does not trust it. ${without}`,
  'network.strangeAuthority': ({ without }) =>
    `A device in its first setup does not know that authority and gives up. ${without}`,
  'network.ownAuthority': ({ without }) => `Where the certificate is not Microsoft’s: ${without}`,
  'network.notValidNow': ({ without }) => `A device does not trust it. ${without}`,
  'network.tlsFailed': blocked,
  'network.otherAnswer': blocked,
  'network.proxyAnswers': ({ without }) => `A device in its first setup cannot sign in to a proxy. ${without}`,
  'network.pattern': ({ without }) => `Where it is blocked: ${without}`,
  'network.clockOff': () =>
    'The times of this check and of records may be wrong. A device whose own clock is off by minutes times out at attestation: run “w32tm /resync /force” on it.',
  'network.clockRight': () => 'Nothing, for this computer. A device has its own clock.',
  'network.clockNotKnown': () =>
    'A device whose clock is off by minutes times out at attestation and at the status page.',
  'network.otherClock': () => 'A device that takes its time from there times out at attestation.',
  'network.proxySet': () =>
    'A device in its first setup knows no proxy of yours. Where only the proxy leads out, the network must pass the device through by itself.',
};
