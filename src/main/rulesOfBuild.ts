/** The rules in `src/shared` that this program was built from, as a digest; the build puts it in (`electron.vite.config.ts`). */
declare const RESEAL_RULES: string | undefined;

/** Tells builds with other rules apart, so that what is stored by the rules is stated anew. Not built, it is `source`. */
export const rulesOfBuild = typeof RESEAL_RULES === 'string' ? RESEAL_RULES : 'source';
