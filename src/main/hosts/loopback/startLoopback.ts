import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { AppError } from '../../../shared/api/appError.ts';
import type { Backend } from '../../backend.ts';
import { PAGE_HEADERS } from '../contentSecurityPolicy.ts';
import { readPageAsset } from '../pageAssets.ts';
import { readJsonBody, RefusedBody } from './readJsonBody.ts';
import { foreignRequest, type Refusal, unauthenticated } from './requestGuard.ts';

const ADDRESS = '127.0.0.1';
const TOKEN_BYTES = 32;
const RPC_PREFIX = '/rpc/';

export interface LoopbackDoor {
  /** Opens the page, signed in: the token stands in the fragment, which a browser never sends. */
  readonly launchUrl: string;
  readonly close: () => Promise<void>;
}

interface LoopbackOptions {
  readonly backend: Pick<Backend, 'dispatch' | 'subscribe'>;
  readonly pageFolder: string;
  /** 0 takes a free one. */
  readonly port: number;
}

/** Serves the page and the procedures to browsers of this computer; nobody else reaches it. */
export async function startLoopback({ backend, pageFolder, port }: LoopbackOptions): Promise<LoopbackDoor> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => refuse(response, refusalOf(error)));
  });
  await listen(server, port);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The loopback door has no port.');
  const origin = `http://${ADDRESS}:${address.port}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const foreign = foreignRequest(request.headers, origin);
    if (foreign !== null) return refuse(response, foreign);
    const path = new URL(request.url ?? '/', origin).pathname;
    if (path.startsWith(RPC_PREFIX)) return call(request, response, path.slice(RPC_PREFIX.length));
    if (request.method !== 'GET') return refuse(response, { status: 405, reason: 'Only GET is answered here.' });
    if (path === '/events') return sendEvents(request, response);
    return sendAsset(response, path);
  }

  async function call(request: IncomingMessage, response: ServerResponse, procedure: string): Promise<void> {
    if (request.method !== 'POST') return refuse(response, { status: 405, reason: 'Procedures are called by POST.' });
    const stranger = unauthenticated(request.headers, token);
    if (stranger !== null) return refuse(response, stranger);
    const outcome = await backend.dispatch(procedure, await readJsonBody(request));
    response.writeHead(200, { ...PAGE_HEADERS, 'Content-Type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify(outcome));
  }

  function sendEvents(request: IncomingMessage, response: ServerResponse): void {
    const stranger = unauthenticated(request.headers, token);
    if (stranger !== null) return refuse(response, stranger);
    response.writeHead(200, { ...PAGE_HEADERS, 'Content-Type': 'text/event-stream; charset=utf-8' });
    response.write(': connected\n\n');
    const unsubscribe = backend.subscribe((event) => void response.write(`data: ${JSON.stringify(event)}\n\n`));
    response.once('close', unsubscribe);
  }

  async function sendAsset(response: ServerResponse, path: string): Promise<void> {
    const asset = await readPageAsset(pageFolder, path);
    if (asset === null) return refuse(response, { status: 404, reason: 'There is no such file.' });
    response.writeHead(200, { ...PAGE_HEADERS, 'Content-Type': asset.mediaType });
    response.end(asset.bytes);
  }

  return {
    launchUrl: `${origin}/#token=${token}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function listen(server: Server, port: number): Promise<void> {
  server.listen(port, ADDRESS);
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw new AppError('conflict', `Port ${port} cannot be opened on this computer.`, {
      remedy: 'Choose another with --port, or leave it out to take a free one.',
      cause,
    });
  }
}

function refuse(response: ServerResponse, { status, reason }: Refusal | { status: 400; reason: string }): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(status, { ...PAGE_HEADERS, 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' });
  response.end(reason);
}

function refusalOf(error: unknown): Refusal | { status: 400; reason: string } {
  return error instanceof RefusedBody ? error.refusal : { status: 400, reason: 'The request is not valid.' };
}
