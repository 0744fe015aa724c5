/**
 * The file of a worker thread. Sources run as they are in tests; a build puts workers beside its entries and shared code into `chunks`.
 * @param source its path in `src/main`, without the ending; the build has an entry of that name (`electron.vite.config.ts`)
 */
export function workerFile(source: `${string}/${string}`): URL {
  const here = import.meta.url;
  if (here.endsWith('.ts')) return new URL(`./${source}.ts`, here);
  return new URL(`${here.includes('/chunks/') ? '..' : '.'}/${source.split('/').at(-1) ?? ''}.js`, here);
}
