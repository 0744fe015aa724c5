import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { PracticeCall } from './answerGraph.ts';
import type { ControlAnswer, ControlRequest } from './control.ts';
import { OAuthError, type OAuthAnswer, type OAuthRequest } from './oauth/oauthMessages.ts';
import type { GraphOutcome, Json } from './protocol/graphMessages.ts';
import { readSegments } from './protocol/graphPath.ts';
import { REPORTS } from './resources/exportJobs.ts';

/** A batch of 500 hashes is a little over 2 MB. */
const LARGEST_BODY_BYTES = 16 * 1024 * 1024;
const GRAPH_JSON = 'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';
const PLAIN_JSON = 'application/json; charset=utf-8';

interface ServerParts {
  readonly answerGraph: (call: PracticeCall) => GraphOutcome;
  /** `null` for a path that sign-in does not have. */
  readonly answerOAuth: (request: OAuthRequest) => OAuthAnswer | null;
  readonly answerControl: (request: ControlRequest) => ControlAnswer;
  /** A file of a report by what follows `/reports`; `null` where there is none. */
  readonly fileAt: (segments: readonly string[]) => Uint8Array | null;
  readonly describe: () => Json;
  readonly isSteeringAllowed: (authorization: string | undefined) => boolean;
  /** Virtual time, for the `Date` header. */
  readonly now: () => number;
  /** Converts virtual seconds to real milliseconds. */
  readonly realMs: (virtualSeconds: number) => number;
}

interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string | Uint8Array;
}

/** The tenant's HTTP face: reads requests, hands them on, writes answers. Serves this machine only. */
export function createPracticeServer(parts: ServerParts): Server {
  return createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    serve(request, response, parts).catch((error: unknown) => {
      // The caller gets what a broken service gives; the reason stays out of the answer.
      if (!response.headersSent) response.writeHead(500);
      response.end();
      if (error instanceof Error && !('code' in error && error.code === 'ECONNRESET')) process.emitWarning(error);
    });
  });
}

async function serve(request: IncomingMessage, response: ServerResponse, parts: ServerParts): Promise<void> {
  const host = request.headers.host ?? '';
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host)) {
    write(response, parts, { status: 421, headers: {}, text: '' });
    return;
  }
  const origin = `http://${host}`;
  const url = new URL(request.url ?? '/', origin);
  const body = await readText(request);
  if (body === null) {
    write(response, parts, { status: 413, headers: { Connection: 'close' }, text: '' });
    return;
  }
  const method = request.method ?? 'GET';
  const [first, ...rest] = readSegments(url.pathname.split('/'));

  if (first === 'practice') {
    write(response, parts, answerPractice(method, rest, request.headers.authorization, body, parts));
    return;
  }
  if (first === REPORTS) {
    write(response, parts, answerFile(parts.fileAt(rest)));
    return;
  }
  if (first !== 'v1.0' && first !== 'beta') {
    const oauth = {
      method,
      segments: readSegments(url.pathname.split('/')),
      query: url.searchParams,
      form: new URLSearchParams(body),
      origin,
    };
    write(response, parts, answerSignIn(oauth, parts));
    return;
  }
  const json = parseJson(body);
  if (json.kind === 'broken') {
    write(
      response,
      parts,
      jsonReply(
        400,
        {
          error: {
            code: 'BadRequest',
            message:
              'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
          },
        },
        GRAPH_JSON,
      ),
    );
    return;
  }
  const outcome = parts.answerGraph({
    method,
    path: url.pathname,
    query: url.searchParams,
    headers: flatHeaders(request),
    body: json.value,
    origin,
  });
  if (outcome.delaySeconds > 0) await pause(parts.realMs(outcome.delaySeconds));
  if (outcome.answer === null) {
    request.socket.destroy();
    return;
  }
  const { status, headers, body: answerBody } = outcome.answer;
  const reply =
    answerBody === undefined ? { status, headers: {}, text: '' } : jsonReply(status, answerBody, GRAPH_JSON);
  write(response, parts, { ...reply, headers: { ...reply.headers, ...headers } });
}

function answerPractice(
  method: string,
  segments: readonly string[],
  authorization: string | undefined,
  body: string,
  parts: ServerParts,
): Reply {
  if (method === 'GET' && segments.length === 0) return jsonReply(200, parts.describe());
  if (!parts.isSteeringAllowed(authorization))
    return jsonReply(401, { error: 'Steering the practice tenant needs the token it was started with.' });
  const json = parseJson(body);
  if (json.kind === 'broken') return jsonReply(400, { error: 'The body is not JSON.' });
  const answer = parts.answerControl({ method, segments, body: json.value });
  return jsonReply(answer.status, answer.body);
}

function answerSignIn(request: OAuthRequest, parts: ServerParts): Reply {
  try {
    const answer = parts.answerOAuth(request);
    if (answer === null) return jsonReply(404, { error: 'not_found' });
    if ('body' in answer) return jsonReply(answer.status, answer.body);
    return {
      status: answer.status,
      headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
      text: answer.page,
    };
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    return jsonReply(400, {
      error: error.error,
      error_description: error.message,
      error_codes: [error.code],
      ...(error.suberror === null ? {} : { suberror: error.suberror }),
    });
  }
}

function answerFile(file: Uint8Array | null): Reply {
  return file === null
    ? { status: 404, headers: {}, text: '' }
    : { status: 200, headers: { 'Content-Type': 'application/zip', 'Cache-Control': 'no-store' }, text: file };
}

function jsonReply(status: number, body: Json, contentType = PLAIN_JSON): Reply {
  return { status, headers: { 'Content-Type': contentType, 'Cache-Control': 'no-store' }, text: JSON.stringify(body) };
}

function write(response: ServerResponse, parts: ServerParts, reply: Reply): void {
  response.sendDate = false;
  response.writeHead(reply.status, { ...reply.headers, Date: new Date(parts.now()).toUTCString() });
  response.end(reply.text);
}

async function readText(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (!(chunk instanceof Buffer)) continue;
    size += chunk.length;
    if (size > LARGEST_BODY_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): { readonly kind: 'read'; readonly value: unknown } | { readonly kind: 'broken' } {
  if (text.trim() === '') return { kind: 'read', value: undefined };
  try {
    const value: unknown = JSON.parse(text);
    return { kind: 'read', value };
  } catch {
    // The parser's message could repeat part of the body; nobody needs it.
    return { kind: 'broken' };
  }
}

function flatHeaders(request: IncomingMessage): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
