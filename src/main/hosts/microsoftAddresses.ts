/** Hosts of Microsoft's sign-in pages in all clouds; sources: "National clouds" and "device authorization grant flow". */
const SIGN_IN_HOSTS: ReadonlySet<string> = new Set([
  'login.microsoftonline.com',
  'login.microsoftonline.us',
  'login.microsoftonline.cn',
  'login.partner.microsoftonline.cn',
  'login.chinacloudapi.cn',
  'login.microsoft.com',
  'login.live.com',
  'microsoft.com',
  'www.microsoft.com',
  'aka.ms',
]);

/** Whether Reseal may send a person's browser to this address. */
export function isMicrosoftSignIn(address: string): boolean {
  const url = URL.parse(address);
  return (
    url !== null &&
    url.protocol === 'https:' &&
    url.port === '' &&
    url.username === '' &&
    url.password === '' &&
    SIGN_IN_HOSTS.has(url.hostname)
  );
}

/** Opens a sign-in page with the given opener; any other address is refused. */
export async function openSignIn(address: string, open: (address: string) => Promise<void>): Promise<void> {
  if (!isMicrosoftSignIn(address)) throw new Error('Reseal opens only Microsoft’s sign-in pages in a browser.');
  await open(address);
}
