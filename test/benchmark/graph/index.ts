import { measuredDevices } from './measuredTenant.ts';
import { floorOf } from './floor.ts';
import type { Measurement } from './measurement.ts';
import { measureReseal } from './measureReseal.ts';
import { measureScript } from './measureScript.ts';

const DEVICES = 5_000;
const FEWER_REQUESTS = 10;
const MOST_TIMES_THE_FLOOR = 1.3;

/** Registers, names, tags and assigns devices, and compares with the floor and with today's scripts, all in this run. */
export async function measureGraph(count = Number(process.argv[3] ?? DEVICES)): Promise<boolean> {
  const devices = measuredDevices(count);
  say(`Registering, naming, tagging and assigning ${count} devices; the practice tenant throttles as Microsoft does.`);
  const floor = floorOf(devices);
  const floorMs = floor.processingMs + floor.roundTripsMs;
  say(`  floor    ${time(floorMs)} = processing ${time(floor.processingMs)} + ${floor.requests} round trips`);
  const reseal = await measureReseal(devices);
  say(`  Reseal   ${lineOf(reseal)}`);
  const script = await measureScript(devices);
  say(`  scripts  ${lineOf(script)}`);
  const isRight = reseal.rightOnes === count && reseal.failedJobs === 0;
  say(
    `${reseal.rightOnes} of ${count} devices are in the tenant once with user, tag and name; ${reseal.failedJobs} jobs failed.`,
  );
  sayRoutes('Reseal', reseal);
  sayRoutes('scripts', script);

  const fewer = script.requests / reseal.requests;
  const slower = reseal.durationMs / floorMs;
  const isFewer = fewer >= FEWER_REQUESTS;
  const isQuick = slower <= MOST_TIMES_THE_FLOOR;
  say(
    `requests, scripts / Reseal   ${fewer.toFixed(2).padStart(6)}  goal at least ${FEWER_REQUESTS}  ${verdict(isFewer)}`,
  );
  say(
    `time, Reseal / floor         ${slower.toFixed(2).padStart(6)}  goal at most ${MOST_TIMES_THE_FLOOR}  ${verdict(isQuick)}`,
  );
  return isRight && isFewer && isQuick;
}

function lineOf({ devices, requests, calls, refusedCalls, durationMs }: Measurement): string {
  const each = (requests / devices).toFixed(2);
  return `${time(durationMs)}, ${requests} requests (${each} a device) with ${calls} calls in them, ${refusedCalls} of them throttled`;
}

function sayRoutes(name: string, { byRoute }: Measurement): void {
  say(`Calls of ${name}, those in batches one by one:`);
  for (const [route, count] of Object.entries(byRoute).sort(([, one], [, other]) => other - one)) {
    say(`  ${String(count).padStart(6)}  ${route}`);
  }
}

const verdict = (isMet: boolean): string => (isMet ? 'met' : 'MISSED');

function time(milliseconds: number): string {
  return `${(milliseconds / 60_000).toFixed(1)} min`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
