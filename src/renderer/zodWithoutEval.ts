import { z } from 'zod';

// The page's policy forbids code that is made from text; zod would try it at its first parsing, and be reported.
z.config({ jitless: true });
