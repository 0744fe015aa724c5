/** Where the environment is for programs and not for people (`C`), or names no locale that exists. */
const FALLBACK = 'en-US';

/**
 * The person's locale as BCP 47, from what their terminal was started with: `de_DE.UTF-8` is `de-DE`. Where that says
 * nothing, as on Windows, it is the system's.
 */
export function localeOf(environment: NodeJS.ProcessEnv): string {
  const told = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'];
  if (!told) return navigator.language;
  const tag = told.replace(/[.@].*$/s, '').replaceAll('_', '-');
  if (tag === 'C' || tag === 'POSIX') return FALLBACK;
  try {
    return new Intl.Locale(tag).baseName;
  } catch {
    return FALLBACK;
  }
}
