import { createServer, request as ask, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface SignInProxy {
  /** `127.0.0.1:port` */
  readonly host: string;
  readonly url: string;
  /** What the token endpoint says instead, the answers in turn; then it is the practice tenant's again. */
  readonly tokenAnswers: Answer[];
  /** The same for what is asked by GET, which is where the service is. */
  readonly discoveryAnswers: Answer[];
  /** Requests for tokens so far. */
  readonly tokenRequests: () => number;
  readonly close: () => Promise<void>;
}

/** Stands before the sign-in of a practice tenant, over real HTTP, and gives other answers when it is told so. */
export async function startSignInProxy(practiceUrl: string): Promise<SignInProxy> {
  const tokenAnswers: Answer[] = [];
  const discoveryAnswers: Answer[] = [];
  let tokenRequests = 0;

  function scripted({ url = '', method }: IncomingMessage): Answer | undefined {
    if (method === 'GET') return discoveryAnswers.shift();
    if (!url.includes('/oauth2/v2.0/token')) return undefined;
    tokenRequests += 1;
    return tokenAnswers.shift();
  }

  const server = createServer((incoming, outgoing) => {
    const answer = scripted(incoming);
    if (answer !== undefined) {
      outgoing.writeHead(answer.status, { 'Content-Type': 'application/json', ...answer.headers }).end(answer.body);
      return;
    }
    const target = new URL(incoming.url ?? '', practiceUrl);
    const passed = ask(target, { method: incoming.method, headers: incoming.headers }, (reply) => {
      void text(reply).then((body) => {
        outgoing.writeHead(reply.statusCode ?? 500, { 'Content-Type': reply.headers['content-type'] ?? '' }).end(body);
      });
    });
    incoming.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a port has such an address.
  const { port } = server.address() as AddressInfo;
  const host = `127.0.0.1:${port}`;
  return {
    host,
    url: `http://${host}`,
    tokenAnswers,
    discoveryAnswers,
    tokenRequests: () => tokenRequests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
