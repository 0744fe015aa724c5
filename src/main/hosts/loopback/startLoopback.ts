import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { AppError } from '../../../shared/outcome/appError.ts';
import type { Backend } from '../../backend.ts';
import { PAGE_HEADERS } from '../contentSecurityPolicy.ts';
import { readPageAsset } from '../pageAssets.ts';
import { systemClock } from '../../systemClock.ts';
import { handover as handoverMessages } from '../../../shared/api/handover.ts';
import { createHandover } from './handover.ts';
import { createLaunchCodes } from './launchCodes.ts';
import { MAX_STRANGER_BODY_BYTES, readJsonBody } from './readJsonBody.ts';
import { RefusedRequest } from './refusedRequest.ts';
import { refuseForeign, refuseStranger, STRANGER } from './requestGuard.ts';

const ADDRESS = '127.0.0.1';
const TOKEN_BYTES = 32;
const RPC_PREFIX = '/rpc/';
const launchRequest = z.object({ code: z.string() });

export interface LoopbackDoor {
  /** Opens the page, signed in: the token stands in the fragment, which a browser never sends. */
  readonly launchUrl: string;
  /** An address for a browser that this program opens: it opens the page once, within a minute. */
  readonly addressToOpen: () => string;
  readonly port: number;
  readonly close: () => Promise<void>;
}

interface LoopbackOptions {
  readonly backend: Pick<Backend, 'dispatch' | 'subscribe'>;
  readonly pageFolder: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** What a page of an earlier start of this data folder proves to know, 32 bytes. */
  readonly handoverKey: Buffer;
}

/** Serves the page and the procedures to browsers of this computer; nobody else reaches it. */
export async function startLoopback(options: LoopbackOptions): Promise<LoopbackDoor> {
  const { backend, pageFolder, handoverKey } = options;
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => refuse(response, error));
  });
  const launchCodes = createLaunchCodes(systemClock.monotonicMs);
  const port = await listen(server, options.port);
  const origin = `http://${ADDRESS}:${port}`;
  const handover = createHandover({ key: handoverKey, origin, monotonicMs: systemClock.monotonicMs });

  /** How a page gets the token, by the path that it asks. */
  const waysIn: Readonly<Record<string, (request: IncomingMessage) => Promise<unknown>>> = {
    '/launch': async (request) => {
      const { code } = await readStranger(request, launchRequest);
      if (!launchCodes.take(code)) throw new RefusedRequest(401, STRANGER);
      return { token };
    },
    '/handover/key': (request) => {
      refuseStranger(request.headers, token);
      return Promise.resolve({ key: handoverKey.toString('base64') });
    },
    '/handover/begin': async (request) => {
      const { nonce } = await readStranger(request, handoverMessages.begin.request);
      return handover.begin(nonce);
    },
    '/handover/end': async (request) => {
      if (!handover.end(await readStranger(request, handoverMessages.end.request)))
        throw new RefusedRequest(401, STRANGER);
      return { token };
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    refuseForeign(request, origin);
    const path = new URL(request.url ?? '/', origin).pathname;
    if (path.startsWith(RPC_PREFIX)) {
      await call(request, response, path.slice(RPC_PREFIX.length));
      return;
    }
    const wayIn = waysIn[path];
    if (wayIn !== undefined && request.method === 'POST') {
      sendJson(response, await wayIn(request));
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
    sendJson(response, outcome);
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
    port,
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

/** What somebody sends who has no token yet; a malformed request is a stranger's. */
async function readStranger<Value>(request: IncomingMessage, schema: z.ZodType<Value>): Promise<Value> {
  const asked = schema.safeParse(await readJsonBody(request, MAX_STRANGER_BODY_BYTES));
  if (!asked.success) throw new RefusedRequest(401, STRANGER);
  return asked.data;
}

function sendJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { ...PAGE_HEADERS, 'Content-Type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(value));
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
