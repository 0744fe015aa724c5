import { basename } from 'node:path';
import type { Command } from 'commander';
import type { ProfileJsonReport } from '../../../../shared/api/contract/profileJson.ts';
import { AppError } from '../../../../shared/outcome/appError.ts';
import { checkProfileFile } from '../../../../shared/profileJson/checkProfileFile.ts';
import { PROFILE_FILE_NAME } from '../../../../shared/profileJson/profileFile.ts';
import { profileFileFacts } from '../../../../shared/profileJson/profileFileFacts.ts';
import { byLevel, gravestOf } from '../../../../shared/profileJson/tellFinding.ts';
import { openText } from '../../../openText.ts';
import { globalOptionsOf } from '../input/globalOptions.ts';
import { readInput } from '../input/readInput.ts';
import { factList } from '../output/table.ts';
import type { CommandParts } from '../program/commandParts.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import { printing, type Run } from '../program/runCommand.ts';
import type { World } from '../program/world.ts';
import { tenantOf } from '../tenants/tenantOf.ts';
import { findingDocument, findingText } from './findingDocument.ts';

interface ReadFile {
  readonly path: string;
  readonly name: string;
  readonly bytes: Buffer;
}

/** Checks files by themselves, without a queue; or against a tenant, where one is named. */
export async function checkFiles(
  { run, world, finish }: CommandParts,
  command: Command,
  paths: readonly string[],
  wantsKept: boolean,
): Promise<void> {
  const files = await Promise.all(paths.map((path) => readFile(world, path)));
  const options = globalOptionsOf(command);
  if (options.tenant !== undefined) return run(command, (session) => checkWithTenant(session, files, wantsKept));
  const reports = files.map((file): ProfileJsonReport => {
    const { file: values, findings } = checkProfileFile({
      name: file.name,
      bytes: file.bytes.length,
      ...openText(file.bytes),
    });
    return { fileName: file.name, file: values, findings: [...byLevel(findings)], comparedWith: null };
  });
  await print(printing(world, options), files, reports);
  finish(statusOf(reports));
}

async function readFile(world: World, path: string): Promise<ReadFile> {
  return { path, name: path === '-' ? PROFILE_FILE_NAME : basename(path), bytes: await readInput({ world }, path) };
}

async function checkWithTenant(run: Run, files: readonly ReadFile[], wantsKept: boolean): Promise<ExitStatus> {
  const { id: tenantId } = await tenantOf(run);
  const reports: ProfileJsonReport[] = [];
  let isFresh = !wantsKept;
  for (const { name: fileName, bytes } of files) {
    const given = { fileName, base64: bytes.toString('base64'), tenantId };
    const fresh = isFresh ? await compared(run, given) : null;
    isFresh = fresh !== null;
    reports.push(fresh ?? (await run.call('profileJson.check', given)));
  }
  await print(run, files, reports);
  return isFresh || wantsKept ? statusOf(reports) : exitStatus.attention;
}

/** Null where Microsoft cannot be asked now, which is said. */
async function compared(
  run: Run,
  given: { readonly fileName: string; readonly base64: string; readonly tenantId: string },
): Promise<ProfileJsonReport | null> {
  try {
    return await run.call('profileJson.compare', given);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    run.say(`${error.message} The files are compared with what was read before.`);
    return null;
  }
}

const statusOf = (reports: readonly ProfileJsonReport[]): ExitStatus =>
  reports.every(({ findings }) => ['note', null].includes(gravestOf(findings)))
    ? exitStatus.done
    : exitStatus.attention;

function print(
  { formatter, print: printTo }: Pick<Run, 'print' | 'formatter'>,
  files: readonly ReadFile[],
  reports: readonly ProfileJsonReport[],
): Promise<void> {
  const pathOf = (index: number): string => files[index]?.path ?? '';
  const document = reports.map(({ findings, file, comparedWith }, index) => ({
    path: pathOf(index),
    level: gravestOf(findings),
    values: file,
    findings: findings.map(findingDocument),
    comparedWith,
  }));
  return printTo({ files: document }, () =>
    reports
      .map(({ file, findings, comparedWith }, index) =>
        [
          pathOf(index),
          ...(file === null
            ? []
            : [factList(profileFileFacts(file).map(({ label, value }) => [label, value] as const))]),
          ...(comparedWith === null ? [] : [comparedWords(comparedWith, formatter.longInstant)]),
          ...(findings.length === 0 ? ['Nothing is wrong with it.'] : findings.map(findingText)),
        ].join('\n'),
      )
      .join('\n\n'),
  );
}

function comparedWords(
  { customer, readAt }: NonNullable<ProfileJsonReport['comparedWith']>,
  instant: (at: string) => string,
): string {
  return readAt === null ? `Compared with ${customer}.` : `Compared with ${customer} as of ${instant(readAt)}.`;
}
