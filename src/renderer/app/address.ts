/** Where the page can be. Every device, and every checklist, has an address of its own. */
export type Address =
  | {
      readonly page:
        | 'bench'
        | 'intake'
        | 'list'
        | 'collect'
        | 'checklists'
        | 'ownChecklists'
        | 'activity'
        | 'shift'
        | 'tenants'
        | 'settings'
        | 'welcome'
        | 'wall';
    }
  | { readonly page: 'queue'; readonly batchId: string | null; readonly step: string | null }
  | { readonly page: 'device'; readonly id: string }
  /** `search`: what is looked up; empty where nothing is yet. */
  | { readonly page: 'help'; readonly search: string }
  | { readonly page: 'checklist'; readonly id: string }
  /** The list of this id as the lab made it: its steps, to be changed. */
  | { readonly page: 'ownChecklist'; readonly id: string }
  /** No address yet: the queue, or the welcome where there is no tenant. */
  | { readonly page: 'start' }
  | { readonly page: 'nowhere'; readonly text: string };

const PLACES = [
  'bench',
  'intake',
  'list',
  'collect',
  'checklists',
  'ownChecklists',
  'activity',
  'shift',
  'tenants',
  'settings',
  'welcome',
  'wall',
] as const;
export const queueAddress: Address = { page: 'queue', batchId: null, step: null };

/** Reads the fragment of the page's URL, such as `#/device/…`. What is no address is kept, to be shown as such. */
export function parseAddress(fragment: string): Address {
  const [path = '', query = ''] = fragment.replace(/^#\/?/, '').split('?');
  const [page = '', id = '', ...more] = path.split('/');
  const place = PLACES.find((name) => name === page);
  if (page === '') return { page: 'start' };
  if (more.length === 0 && id === '') {
    if (place !== undefined) return { page: place };
    if (page === 'queue') {
      const asked = new URLSearchParams(query);
      return { page, batchId: asked.get('batch'), step: asked.get('step') };
    }
    if (page === 'help') return { page, search: new URLSearchParams(query).get('search') ?? '' };
  }
  if (more.length === 0 && id !== '' && (page === 'device' || page === 'checklist' || page === 'ownChecklist')) {
    return { page, id: decode(id) };
  }
  return { page: 'nowhere', text: fragment };
}

/** The fragment of an address; `parseAddress` reads it back. */
export function formatAddress(address: Address): string {
  switch (address.page) {
    case 'device':
    case 'checklist':
    case 'ownChecklist':
      return `#/${address.page}/${encodeURIComponent(address.id)}`;
    case 'queue': {
      const query = new URLSearchParams();
      if (address.batchId !== null) query.set('batch', address.batchId);
      if (address.step !== null) query.set('step', address.step);
      return query.size === 0 ? '#/queue' : `#/queue?${query.toString()}`;
    }
    case 'help':
      return address.search === '' ? '#/help' : `#/help?${new URLSearchParams({ search: address.search }).toString()}`;
    case 'start':
      return '#/';
    case 'nowhere':
      return address.text;
    case 'bench':
    case 'intake':
    case 'list':
    case 'collect':
    case 'checklists':
    case 'ownChecklists':
    case 'activity':
    case 'shift':
    case 'tenants':
    case 'settings':
    case 'welcome':
    case 'wall':
      return `#/${address.page}`;
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
