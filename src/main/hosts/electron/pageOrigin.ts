/** The page's own scheme: no file and no server can have this origin. */
export const PAGE_SCHEME = 'app';
const PAGE_HOST = 'reseal';
export const PAGE_URL = `${PAGE_SCHEME}://${PAGE_HOST}/`;

/** Whether an address belongs to Reseal's page; compared by its parts, since texts that merely contain it are not it. */
export function isOwnPage(address: string): boolean {
  const url = URL.parse(address);
  return (
    url !== null &&
    url.protocol === `${PAGE_SCHEME}:` &&
    url.hostname === PAGE_HOST &&
    url.port === '' &&
    url.username === '' &&
    url.password === ''
  );
}
