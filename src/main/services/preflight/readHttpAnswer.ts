import type { Socket } from 'node:net';
import type { ProbeAnswer } from '../../../shared/preflight/probe.ts';

const MOST_CHARACTERS = 16_384;

/**
 * Asks a connected socket by HTTP, and reads the beginning of the answer; null where none comes that is HTTP. Written by hand, as
 * it must go over this very connection, whose certificate was just looked at.
 */
export function readHttpAnswer(
  socket: Socket,
  { host, path, withBody }: { readonly host: string; readonly path: string; readonly withBody: boolean },
): Promise<ProbeAnswer | null> {
  return new Promise((resolve) => {
    let text = '';
    const end = (): void => resolve(answerOf(text));
    socket.setEncoding('latin1');
    socket.on('data', (piece: string) => {
      text += piece;
      const isEnough = !withBody && text.includes('\r\n\r\n');
      if (isEnough || text.length >= MOST_CHARACTERS) end();
    });
    socket.once('end', end);
    socket.once('error', end);
    socket.once('timeout', end);
    socket.once('close', end);
    socket.write(
      `${withBody ? 'GET' : 'HEAD'} ${path} HTTP/1.1\r\nHost: ${host}\r\nUser-Agent: Reseal preflight\r\nConnection: close\r\n\r\n`,
    );
  });
}

function answerOf(text: string): ProbeAnswer | null {
  const [head = '', ...body] = text.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})/.exec(first)?.[1];
  if (status === undefined) return null;
  const header = (name: string): string | null =>
    lines
      .find((line) => line.toLowerCase().startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim() ?? null;
  const time = new Date(header('date') ?? '');
  return {
    status: Number(status),
    time: Number.isNaN(time.getTime()) ? null : time,
    proxy: header('proxy-authenticate') ?? header('via'),
    body: body.join('\r\n\r\n'),
  };
}
