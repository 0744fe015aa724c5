import type { TenantState } from './state/openState.ts';

export const ORGANIZATION_NAME = 'Contoso Practice';
export const DOMAIN = 'contoso-practice.example';

/** Whether a user is refused: Intune looks at the domain alone, not at the user (Microsoft Learn, "Manually register devices"). */
export function isForeignUser(userPrincipalName: string | null | undefined): boolean {
  return Boolean(userPrincipalName) && !userPrincipalName?.toLowerCase().endsWith(`@${DOMAIN}`);
}

type Peculiarity = 'disabled' | 'unlicensed' | 'ordinary';

/** Invented people, named after pioneers who will not mind. The first one is the technician who is signed in. */
const people: readonly (readonly [given: string, surname: string, title: string, department: string, Peculiarity])[] = [
  ['Tess', 'Technician', 'Deployment technician', 'Depot', 'ordinary'],
  ['Ada', 'Lovelace', 'Analyst', 'Engines', 'ordinary'],
  ['Alan', 'Turing', 'Researcher', 'Engines', 'ordinary'],
  ['Annie', 'Easley', 'Engineer', 'Rockets', 'ordinary'],
  ['Barbara', 'Liskov', 'Architect', 'Engines', 'ordinary'],
  ['Charles', 'Babbage', 'Founder', 'Engines', 'disabled'],
  ['Claude', 'Shannon', 'Engineer', 'Networks', 'ordinary'],
  ['Donald', 'Davies', 'Engineer', 'Networks', 'ordinary'],
  ['Dorothy', 'Vaughan', 'Manager', 'Rockets', 'ordinary'],
  ['Edsger', 'Dijkstra', 'Professor', 'Training', 'ordinary'],
  ['Elizabeth', 'Feinler', 'Librarian', 'Networks', 'ordinary'],
  ['Emmy', 'Noether', 'Professor', 'Training', 'ordinary'],
  ['Evelyn', 'Boyd Granville', 'Analyst', 'Rockets', 'ordinary'],
  ['George', 'Boole', 'Clerk', 'Warehouse', 'unlicensed'],
  ['Grace', 'Hopper', 'Admiral', 'Compilers', 'ordinary'],
  ['Hedy', 'Lamarr', 'Inventor', 'Networks', 'ordinary'],
  ['Jean', 'Bartik', 'Programmer', 'Compilers', 'ordinary'],
  ['John', 'Backus', 'Programmer', 'Compilers', 'ordinary'],
  ['Karen', 'Spärck Jones', 'Researcher', 'Search', 'ordinary'],
  ['Katherine', 'Johnson', 'Mathematician', 'Rockets', 'ordinary'],
  ['Konrad', 'Zuse', 'Engineer', 'Engines', 'ordinary'],
  ['Margaret', 'Hamilton', 'Director', 'Rockets', 'ordinary'],
  ['Mary', 'Jackson', 'Engineer', 'Rockets', 'ordinary'],
  ['Radia', 'Perlman', 'Engineer', 'Networks', 'ordinary'],
  ['Seán', "O'Brien", 'Driver', 'Warehouse', 'ordinary'],
  ['Sophie', 'Wilson', 'Designer', 'Chips', 'ordinary'],
];

/** Fills an empty tenant with its people; the first becomes the signed-in technician. */
export function seedDirectory(state: TenantState): void {
  for (const [index, [givenName, surname, jobTitle, department, peculiarity]] of people.entries()) {
    const userPrincipalName = `${mailName(givenName)}.${mailName(surname)}@${DOMAIN}`;
    const id = state.newId('user', userPrincipalName);
    if (index === 0) state.settings.set('technicianId', id);
    state.users.insert({
      id,
      userPrincipalName,
      displayName: `${givenName} ${surname}`,
      givenName,
      surname,
      jobTitle,
      department,
      isEnabled: peculiarity === 'disabled' ? 0 : 1,
      isLicensed: peculiarity === 'unlicensed' ? 0 : 1,
    });
  }
}

function mailName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replaceAll(/[^A-Za-z']/g, '')
    .toLowerCase();
}
