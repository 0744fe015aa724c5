import { z } from 'zod';

/** The devices that an act is for: at least one. */
export const deviceIds = z.object({ deviceIds: z.array(z.uuid()).min(1) });
