import type { TenantProfile } from '../profiles/tenantProfile.ts';
import { checkProfileFile } from './checkProfileFile.ts';
import { PROFILE_FILE_NAME, type ProfileFile } from './profileFile.ts';
import { ofFile, type ProfileJsonFinding } from './profileJsonFinding.ts';
import { byLevel } from './tellFinding.ts';
import { writeProfileFile } from './writeProfileFile.ts';

/** A file as it is written, with what its own check says. */
export interface MadeFile {
  readonly text: string;
  readonly file: ProfileFile;
  readonly findings: readonly ProfileJsonFinding[];
}

/** Writes a file and checks what was written. @param profile the one that it stands for; null where it is made by hand */
export function makeProfileFile(file: ProfileFile, profile: TenantProfile | null): MadeFile {
  const text = writeProfileFile(file);
  const { findings } = checkProfileFile({
    name: PROFILE_FILE_NAME,
    bytes: text.length,
    text,
    encoding: 'ascii',
    hasMark: false,
  });
  const settings = profile === null ? [] : notTold(profile);
  return {
    text,
    file,
    findings: byLevel([
      ...findings,
      ...(settings.length === 0 ? [] : [ofFile({ code: 'profileJson.notTold', settings })]),
    ]),
  };
}

/** Settings that decide what the file says, and that Microsoft left out, as Intune calls them. */
function notTold(profile: TenantProfile): string[] {
  const settings: readonly (readonly [string, unknown])[] = [
    ['User account type', profile.accountType],
    ['Privacy settings', profile.hidesPrivacy],
    ['Microsoft Software License Terms', profile.hidesLicense],
    ['Hide change account options', profile.hidesChangeAccount],
    ['Automatically configure keyboard', profile.skipsKeyboard],
  ];
  return settings.flatMap(([name, value]) => (value === null ? [name] : []));
}
