import { createSocket } from 'node:dgram';
import type { ProbeAnswer } from '../../../shared/preflight/probe.ts';

const PACKET_BYTES = 48;
/** Version 3, asking as a client. Source: RFC 4330, SNTP. */
const FIRST_BYTE = 0x1b;
const TRANSMIT_SECONDS = 40;
/** NTP counts seconds from 1900. */
const EPOCH_SECONDS = 2_208_988_800;

/** Asks a host for the time by SNTP; null where no answer comes that holds one. @throws what the system says of the host */
export function askTime(host: string, port: number, waitMs: number): Promise<ProbeAnswer | null> {
  return new Promise((resolve, reject) => {
    const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4');
    const end = (act: () => void): void => {
      clearTimeout(timer);
      socket.removeAllListeners();
      socket.close();
      act();
    };
    const timer = setTimeout(() => end(() => resolve(null)), waitMs);
    socket.once('error', (error) => end(() => reject(error)));
    socket.once('message', (packet) => {
      const seconds = packet.length < PACKET_BYTES ? 0 : packet.readUInt32BE(TRANSMIT_SECONDS);
      const time = seconds === 0 ? null : new Date((seconds - EPOCH_SECONDS) * 1_000);
      end(() => resolve({ status: null, time, proxy: null, body: '' }));
    });
    const packet = Buffer.alloc(PACKET_BYTES);
    packet[0] = FIRST_BYTE;
    socket.send(packet, port, host, (error) => error && end(() => reject(error)));
  });
}
