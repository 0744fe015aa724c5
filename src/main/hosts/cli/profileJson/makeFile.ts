import { randomUUID } from 'node:crypto';
import { basename, extname } from 'node:path';
import type { Command } from 'commander';
import { isDomain, isGuid } from '../../../../shared/profileJson/checkValues.ts';
import { makeProfileFile } from '../../../../shared/profileJson/makeProfileFile.ts';
import { oobeBits, LARGEST_OOBE } from '../../../../shared/profileJson/oobeBits.ts';
import {
  PROFILE_FILE_NAME,
  PROFILE_FILE_VERSION,
  type ProfileFile,
} from '../../../../shared/profileJson/profileFile.ts';
import { profileFileFacts } from '../../../../shared/profileJson/profileFileFacts.ts';
import type { ProfileJsonFinding } from '../../../../shared/profileJson/profileJsonFinding.ts';
import { gravestOf, tellFinding } from '../../../../shared/profileJson/tellFinding.ts';
import { globalOptionsOf } from '../input/globalOptions.ts';
import { factList } from '../output/table.ts';
import { writeOut } from '../output/writeDocument.ts';
import { CommandError, usageError } from '../program/commandError.ts';
import type { CommandParts } from '../program/commandParts.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import { printing, type Run } from '../program/runCommand.ts';
import { tenantOf } from '../tenants/tenantOf.ts';
import { findingDocument, findingText } from './findingDocument.ts';

export interface MakeOptions {
  readonly out?: string;
  readonly kept?: boolean;
  readonly directory?: string;
  readonly domain?: string;
  readonly join: string;
  readonly oobe?: string;
  readonly notForced?: boolean;
  readonly deviceName?: string;
  readonly language?: string;
  readonly skipConnectivityCheck?: boolean;
  readonly correlationId?: string;
  readonly comment?: string;
}

interface Made {
  readonly base64: string;
  readonly file: ProfileFile;
  readonly findings: readonly ProfileJsonFinding[];
}

/** Makes the file of a profile of the tenant; or, where no profile is named, of what was given, without a queue. */
export async function makeFile(
  { run, world, finish }: CommandParts,
  command: Command,
  profileName: string | null,
  options: MakeOptions,
): Promise<void> {
  const out = placeOf(options.out);
  if (profileName !== null) {
    return run(command, async (session) => write(session, out, await ofProfile(session, profileName, options)));
  }
  const { text, file, findings } = makeProfileFile(byHand(options), null);
  const made = { base64: Buffer.from(text, 'ascii').toString('base64'), file, findings };
  finish(await write(printing(world, globalOptionsOf(command)), out, made));
}

/** A place of another name would make a file that Windows ignores. */
function placeOf(out = '.'): string {
  if (extname(out) !== '.json' || basename(out) === PROFILE_FILE_NAME) return out;
  throw usageError(`Windows looks for ${PROFILE_FILE_NAME} and no other name. Name a folder with --out.`);
}

async function ofProfile(run: Run, name: string, options: MakeOptions): Promise<Made> {
  const { id: tenantId } = await tenantOf(run);
  const isKept = options.kept === true;
  const { profiles } = await run.call(isKept ? 'profiles.list' : 'profiles.read', { tenantId });
  const named = profiles.filter(({ profile }) => profile.name === name);
  const [chosen] = named;
  if (chosen === undefined || named.length > 1) {
    const known = profiles.map(({ profile }) => `“${profile.name}”`).join(', ');
    throw usageError(
      named.length > 1
        ? `Several profiles are called “${name}”. Give each its own name in Intune.`
        : `There is no profile “${name}”. ${known === '' ? 'None is known.' : `Choose one of ${known}.`}`,
    );
  }
  const organization = isKept ? null : await run.call('profileJson.organization', { tenantId });
  const tenantDomain = options.domain ?? organization?.domains[0]?.name;
  if (tenantDomain === undefined) throw usageError('The tenant domain is not known. Give it with --domain.');
  const directoryId = options.directory ?? organization?.directoryId;
  const { document, file, findings } = await run.call('profileJson.make', {
    tenantId,
    profileId: chosen.profile.id,
    tenantDomain,
    ...(directoryId !== undefined && { directoryId }),
  });
  return { base64: document.base64, file, findings };
}

/** @throws CommandError where something is missing or cannot be so */
function byHand(options: MakeOptions): ProfileFile {
  const { directory, domain, join, correlationId = randomUUID() } = options;
  if (directory === undefined || !isGuid(directory)) {
    throw usageError('Name a profile; or, by hand, give the tenant ID with --directory, as Entra shows it.');
  }
  if (domain === undefined || !isDomain(domain)) {
    throw usageError('Give the tenant domain with --domain, such as contoso.onmicrosoft.com.');
  }
  if (!isGuid(correlationId)) throw usageError('--correlation-id must be a GUID; left out, a new one is made.');
  if (join !== 'entra' && join !== 'hybrid') throw usageError('--join can be entra or hybrid.');
  return {
    version: PROFILE_FILE_VERSION,
    tenantId: directory,
    tenantDomain: domain,
    joinType: join,
    oobe: oobeOf(options.oobe),
    isForced: options.notForced !== true,
    correlationId,
    deviceName: options.deviceName ?? null,
    language: options.language ?? null,
    region: options.language ?? null,
    skipsConnectivityCheck: options.skipConnectivityCheck === true,
    hasUpdatesOff: false,
    comment: options.comment ?? null,
  };
}

function oobeOf(settings: string | undefined): number {
  if (settings === undefined) throw usageError(`Give the OOBE setting with --oobe: a number, or of ${bitNames()}.`);
  const number = Number(settings);
  if (settings.trim() !== '' && Number.isInteger(number) && number >= 0 && number <= LARGEST_OOBE) return number;
  const names = new Set(settings.split(',').map((name) => name.trim().toLowerCase()));
  const chosen = oobeBits.filter(({ name }) => names.has(name.toLowerCase()));
  if (chosen.length === names.size) return chosen.reduce((sum, { bit }) => sum + bit, 0);
  throw usageError(`--oobe must be a whole number, or names of ${bitNames()} with commas between.`);
}

const bitNames = (): string => oobeBits.map(({ name }) => name).join(', ');

async function write({ print }: Pick<Run, 'print'>, out: string, made: Made): Promise<ExitStatus> {
  // Refused before anything is written: a file that stops Autopilot is none.
  if (gravestOf(made.findings) === 'stops') {
    throw new CommandError(made.findings.slice(0, 1).map(refusalOf).join(''), exitStatus.attention);
  }
  const document = { fileName: PROFILE_FILE_NAME, mediaType: 'application/json', base64: made.base64 };
  const file = writeOut(out, document, 'shared');
  await print({ file, values: made.file, findings: made.findings.map(findingDocument) }, () =>
    [
      file,
      factList(profileFileFacts(made.file).map(({ label, value }) => [label, value] as const)),
      ...made.findings.map(findingText),
    ].join('\n'),
  );
  return gravestOf(made.findings) === 'warns' ? exitStatus.attention : exitStatus.done;
}

function refusalOf(finding: ProfileJsonFinding): string {
  const { problem, remedy } = tellFinding(finding);
  return `${problem} ${remedy}`;
}
