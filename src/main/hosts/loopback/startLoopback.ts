import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { AppError } from '../../../shared/outcome/appError.ts';
import type { Backend } from '../../backend.ts';
import { PAGE_HEADERS } from '../contentSecurityPolicy.ts';
import { readPageAsset } from '../pageAssets.ts';
import { systemClock } from '../../systemClock.ts';
import { createLaunchCodes } from './launchCodes.ts';
import { readJsonBody } from './readJsonBody.ts';
import { RefusedRequest } from './refusedRequest.ts';
import { refuseForeign, refuseStranger, STRANGER } from './requestGuard.ts';

const ADDRESS = '127.0.0.1';
const TOKEN_BYTES = 32;
const RPC_PREFIX = '/rpc/';
const LAUNCH_PATH = '/launch';
const launchRequest = z.object({ code: z.string() });

export interface LoopbackDoor {
  /** Opens the page, signed in: the token stands in the fragment, which a browser never sends. */
  readonly launchUrl: string;
  /** An address for a browser that this program opens: it opens the page once, within a minute. */
  readonly addressToOpen: () => string;
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
    answer(request, response).catch((error: unknown) => refuse(response, error));
  });
  const launchCodes = createLaunchCodes(systemClock.monotonicMs);
  const origin = `http://${ADDRESS}:${await listen(server, port)}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    refuseForeign(request.headers, origin);
    const path = new URL(request.url ?? '/', origin).pathname;
    if (path.startsWith(RPC_PREFIX)) {
      await call(request, response, path.slice(RPC_PREFIX.length));
      return;
    }
    if (path === LAUNCH_PATH && request.method === 'POST') {
      await launch(request, response);
      return;
    }
    if (request.method !== 'GET') throw new RefusedRequest(405, 'Only GET is answered here.');
    if (path === '/events') sendEvents(request, response);
    else await sendAsset(response, path);
  }

  async function call(request: IncomingMessage, response: ServerResponse, procedure: string): Promise<void> {
    if (request.method !== 'POST') throw new RefusedRequest(405, 'Procedures are called by POST.');
    refuseStranger(request.headers, token);
    const outcome = await backend.dispatch(procedure, await readJsonBody(request));
    response.writeHead(200, { ...PAGE_HEADERS, 'Content-Type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify(outcome));
  }

  async function launch(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = launchRequest.safeParse(await readJsonBody(request));
    if (!asked.success || !launchCodes.take(asked.data.code)) throw new RefusedRequest(401, STRANGER);
    response.writeHead(200, { ...PAGE_HEADERS, 'Content-Type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify({ token }));
  }

  function sendEvents(request: IncomingMessage, response: ServerResponse): void {
    refuseStranger(request.headers, token);
    response.writeHead(200, { ...PAGE_HEADERS, 'Content-Type': 'text/event-stream; charset=utf-8' });
    response.write(': connected\n\n');
    const unsubscribe = backend.subscribe((event) => void response.write(`data: ${JSON.stringify(event)}\n\n`));
    response.once('close', unsubscribe);
  }

  async function sendAsset(response: ServerResponse, path: string): Promise<void> {
    const asset = await readPageAsset(pageFolder, path);
    if (asset === null) throw new RefusedRequest(404, 'There is no such file.');
    response.writeHead(200, { ...PAGE_HEADERS, 'Content-Type': asset.mediaType });
    response.end(asset.bytes);
  }

  return {
    launchUrl: `${origin}/#token=${token}`,
    addressToOpen: () => `${origin}/#code=${launchCodes.create()}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Listens on this computer only, and returns the port. */
async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, ADDRESS);
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw new AppError('conflict', `Port ${port} cannot be opened on this computer.`, {
      remedy: 'Choose another with --port, or leave it out to take a free one.',
      cause,
    });
  }
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The loopback door has no port.');
  return address.port;
}

function refuse(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const { status, message } =
    error instanceof RefusedRequest ? error : new RefusedRequest(400, 'The request is not valid.');
  response.writeHead(status, { ...PAGE_HEADERS, 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' });
  response.end(message);
}
