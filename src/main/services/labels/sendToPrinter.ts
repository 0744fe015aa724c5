import { connect, type Socket } from 'node:net';
import { AppError } from '../../../shared/outcome/appError.ts';
import { printerName } from '../../../shared/labels/printerAddress.ts';

export interface PrinterAddress {
  readonly host: string;
  readonly port: number;
}

export interface PrinterPatience {
  /** How long a printer may take to answer, and to go on taking. */
  readonly idleMs: number;
  /** How long it may leave the line open after it took everything: many never close it. */
  readonly graceMs: number;
}

const usualPatience: PrinterPatience = { idleMs: 8_000, graceMs: 1_500 };

/**
 * Sends bytes to a label printer, and ends when it has taken all of them.
 * @throws AppError `offline` where nothing was taken, `conflict` where a part may have been
 */
export async function sendToPrinter(
  address: PrinterAddress,
  bytes: Uint8Array,
  patience: PrinterPatience = usualPatience,
): Promise<void> {
  const socket = connect({ host: address.host, port: address.port, allowHalfOpen: true });
  try {
    await talk(socket, bytes, address, patience);
  } finally {
    socket.destroy();
  }
}

function talk(socket: Socket, bytes: Uint8Array, address: PrinterAddress, patience: PrinterPatience): Promise<void> {
  return new Promise((resolve, reject) => {
    let stage: 'connecting' | 'sending' | 'sent' = 'connecting';
    const fail = (cause?: unknown): void => {
      reject(stage === 'connecting' ? noAnswer(address, cause) : brokeOff(address, cause));
    };
    socket.setTimeout(patience.idleMs, () => {
      if (stage === 'sent') resolve();
      else fail();
    });
    socket.on('error', fail);
    // What a printer answers is its own matter; unread, it would hold the line open.
    socket.on('data', () => undefined);
    socket.on('end', () => {
      if (stage !== 'sent') fail();
    });
    socket.on('close', () => {
      if (stage === 'sent') resolve();
      else fail();
    });
    socket.on('connect', () => {
      stage = 'sending';
      socket.end(bytes, () => {
        stage = 'sent';
        socket.setTimeout(patience.graceMs);
      });
    });
  });
}

const noAnswer = (address: PrinterAddress, cause?: unknown): AppError =>
  new AppError('offline', `The label printer at ${printerName(address)} does not answer.`, {
    remedy: 'Look whether it is switched on and in this network, and compare its address with Settings › Labels.',
    cause,
  });

const brokeOff = (address: PrinterAddress, cause?: unknown): AppError =>
  new AppError('conflict', `The label printer at ${printerName(address)} stopped before it had everything.`, {
    remedy: 'Look which labels came out and whether it has labels left, then send the missing ones again.',
    cause,
  });
