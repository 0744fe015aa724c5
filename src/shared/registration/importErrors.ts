import { firstAnswers, type ImportRefusal } from '../knowledge/firstAnswers.ts';

/** Why Microsoft did not register a device, and what can be done about it. */
export interface ImportError {
  readonly code: number | null;
  /** Microsoft's name of it, as it came. */
  readonly name: string | null;
  /** What happened, and what to do, as one sentence each. */
  readonly message: string;
  /** What the program does next by itself. */
  readonly next: 'lookForDevice' | 'tryLater' | 'nothing';
}

/** What the Device Directory Service answers, from the knowledge. */
const known = (): readonly ImportRefusal[] => firstAnswers().imports;

/** Where errors share a name, the code tells them apart; without one, the last is the most general. */
function knownBy(code: number | null, name: string | null): ImportRefusal | undefined {
  const called = name?.toLowerCase();
  const named = known().filter(({ names }) => names.some((one) => one.toLowerCase() === called));
  return (
    named.find((error) => error.code === code) ??
    named.at(-1) ??
    known().find((error) => code !== null && error.code === code)
  );
}

/**
 * What an import error means: by its name, else by its code, because the two do not always go together (806 has been
 * seen with the name of 808). One that nobody knows passes through as it came.
 */
export function importErrorOf(code: number | null, name: string | null): ImportError {
  const found = knownBy(code, name);
  if (found !== undefined) {
    // Microsoft's own word goes along, for whoever looks it up or asks support; it sends some errors with the code 0.
    const called = [code === null || code === 0 ? found.code : code, name].filter((word) => word !== null).join(' ');
    return { code, name, message: `${found.message} Microsoft’s error: ${called}.`, next: found.next ?? 'nothing' };
  }
  const words = [name, code === null ? null : `code ${code}`].filter((word) => word !== null).join(', ');
  return {
    code,
    name,
    message: `Microsoft refuses the registration (${words || 'no reason given'}). Look the error up, then register the device again.`,
    next: 'nothing',
  };
}
