import { Argument, type Command, Option } from 'commander';
import {
  consentState,
  consentWay,
  type Consent,
  type ConsentState,
  type ConsentWay,
} from '../../../../shared/consent/consent.ts';
import { consentMail, consentStateWords, consentWayWords } from '../../../../shared/consent/consentWords.ts';
import { neutralFormatter } from '../../../../shared/format/neutralFormatter.ts';
import { factList } from '../output/table.ts';
import { exitStatus, type ExitStatus } from '../program/exitStatus.ts';
import type { Run, RunCommand } from '../program/runCommand.ts';
import { tenantOf } from '../tenants/tenantOf.ts';

interface SetOptions {
  readonly way?: ConsentWay;
  readonly link?: string;
}

/** `consent`: whether the customer has agreed that somebody else registers its devices. */
export function addConsentCommand(program: Command, run: RunCommand): void {
  const consent = program
    .command('consent')
    .description('show how far the customer’s consent is to the registration of its devices by a partner or the maker')
    .action((_options: unknown, command: Command) => run(command, (session) => show(session)));
  consent
    .command('set')
    .description('say what became of it; nothing is registered before it is “verified”')
    .addArgument(new Argument('<state>', 'what became of it').choices(consentState.options))
    .addOption(new Option('--way <who>', 'who registers the devices').choices(consentWay.options))
    .option('--link <address>', 'the link that the customer opens')
    .action((state: ConsentState, options: SetOptions, command: Command) =>
      run(command, (session) => set(session, state, options)),
    );
  consent
    .command('mail')
    .description('write the mail that asks for it')
    .action((_options: unknown, command: Command) => run(command, (session) => writeMail(session)));
}

async function show(run: Run): Promise<ExitStatus> {
  const { id: tenantId } = await tenantOf(run);
  return await tell(run, await run.call('consent.get', { tenantId }));
}

async function set(run: Run, state: ConsentState, { way, link }: SetOptions): Promise<ExitStatus> {
  const { id: tenantId } = await tenantOf(run);
  const parts = { ...(way === undefined ? {} : { way }), ...(link === undefined ? {} : { link }) };
  return await tell(run, await run.call('consent.record', { tenantId, state, ...parts }));
}

async function tell(run: Run, told: Consent): Promise<ExitStatus> {
  const { state, way, link, changedAt, changedBy, verifiedAt, verifiedBy } = told;
  const seen = (at: string | null, by: string | null) =>
    at === null ? '' : `${neutralFormatter.instant(at)} by ${by ?? ''}`;
  await run.print(told, () =>
    factList([
      ['state', consentStateWords[state]],
      ['for', way === null ? '' : consentWayWords[way]],
      ['link', link ?? ''],
      ['changed', seen(changedAt, changedBy)],
      ['verified', seen(verifiedAt, verifiedBy)],
    ]),
  );
  return exitStatus.done;
}

async function writeMail(run: Run): Promise<ExitStatus> {
  const { id: tenantId, name } = await tenantOf(run);
  const { way, link } = await run.call('consent.get', { tenantId });
  const mail = consentMail(way ?? 'partner', name, link);
  await run.print({ mail }, () => mail);
  return exitStatus.done;
}
