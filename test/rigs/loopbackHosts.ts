import { generateKeyPairSync } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer as createHttp, type RequestListener } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { createServer, type AddressInfo, type Server } from 'node:net';
import type { NetworkHost, OwnHostList } from '../../src/shared/preflight/networkHost.ts';
import { selfSignedCertificate } from './selfSignedCertificate.ts';

/** What a host of the list does. */
export type Behaviour =
  | 'answers'
  | 'refuses'
  | 'saysNothing'
  | 'hasOtherName'
  | 'isLookedInto'
  | 'isExpired'
  | 'isAnHourOff'
  | 'wantsSignIn'
  | 'isCaptive'
  | 'tellsTime'
  | 'hasNoName'
  | 'isPattern';

const HOUR_MS = 3_600_000;
const EPOCH_SECONDS = 2_208_988_800;
const { privateKey: key } = generateKeyPairSync('rsa', {
  modulusLength: 2_048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});
const certificates = {
  right: selfSignedCertificate(key, '20200101', '20400101', 'localhost'),
  otherName: selfSignedCertificate(key, '20200101', '20400101', 'portal.example'),
  inspector: selfSignedCertificate(key, '20210101', '20400101', 'localhost'),
  expired: selfSignedCertificate(key, '20200101', '20210101', 'localhost'),
};

const fine: RequestListener = (_, response) => response.end('Microsoft Connect Test');
const hourOff: RequestListener = (_, response) => {
  response.setHeader('Date', new Date(Date.now() + HOUR_MS).toUTCString());
  response.end();
};
const signIn: RequestListener = (_, response) => response.writeHead(407, { 'Proxy-Authenticate': 'Negotiate' }).end();
const captive: RequestListener = (_, response) => response.end('Welcome to our guests’ network');
const secure = (cert: string) => createHttps({ key, cert }, fine);

/** Hosts on this computer, one for each behaviour, and the list of them, as a lab writes it. */
export async function startLoopbackHosts(behaviours: readonly Behaviour[]) {
  const closing: (() => Promise<unknown>)[] = [];

  async function listening(server: Server): Promise<number> {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const sockets = new Set<{ destroy: () => unknown }>();
    server.on('connection', (socket) => sockets.add(socket));
    closing.push(async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    });
    return (server.address() as AddressInfo).port;
  }

  async function tellingTime(): Promise<number> {
    const socket = createSocket('udp4');
    socket.on('message', (_, from) => {
      const answer = Buffer.alloc(48);
      answer.writeUInt32BE(Math.floor(Date.now() / 1_000) + EPOCH_SECONDS, 40);
      socket.send(answer, from.port, from.address);
    });
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    closing.push(async () => {
      socket.close();
      await once(socket, 'close');
    });
    return socket.address().port;
  }

  async function freePort(): Promise<number> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    return port;
  }

  const start: Readonly<Record<Behaviour, () => Promise<string>>> = {
    answers: async () => `tls:${await listening(secure(certificates.right))}`,
    refuses: async () => `tls:${await freePort()}`,
    saysNothing: async () => `tls:${await listening(createServer())}`,
    hasOtherName: async () => `tls:${await listening(secure(certificates.otherName))}`,
    isLookedInto: async () => `tls:${await listening(secure(certificates.inspector))}`,
    isExpired: async () => `tls:${await listening(secure(certificates.expired))}`,
    isAnHourOff: async () => `http:${await listening(createHttp(hourOff))}`,
    wantsSignIn: async () => `http:${await listening(createHttp(signIn))}`,
    isCaptive: async () => `http:${await listening(createHttp(captive))}`,
    tellsTime: async () => `ntp:${await tellingTime()}`,
    hasNoName: () => Promise.resolve('tls:443'),
    isPattern: () => Promise.resolve('tls:443'),
  };

  const hosts: NetworkHost[] = [];
  for (const behaviour of behaviours) {
    hosts.push({
      id: behaviour.toLowerCase(),
      host:
        behaviour === 'hasNoName' ? 'no-such-host.invalid' : behaviour === 'isPattern' ? '*.lab.example' : 'localhost',
      checks: [await start[behaviour]()],
      purpose: `A host that ${behaviour}.`,
      grade: behaviour === 'hasNoName' ? 'soft' : 'hard',
      without: 'The setup stops.',
      ...(behaviour === 'isCaptive' && { expects: 'Microsoft Connect Test', path: '/connecttest.txt' }),
      sources: [],
      reviewed: '2026-12-03',
    });
  }
  const list: OwnHostList = {
    hosts,
    authorities: [certificates.right, certificates.otherName, certificates.expired],
  };
  return {
    list,
    portOf: (behaviour: Behaviour): number =>
      Number(hosts.find(({ id }) => id === behaviour.toLowerCase())?.checks[0]?.split(':')[1]),
    close: async () => {
      for (const close of closing) await close();
    },
  };
}
