import { fileURLToPath } from 'node:url';

/** The project's root, wherever the script was called from. */
export const projectRoot = fileURLToPath(new URL('../../', import.meta.url));
