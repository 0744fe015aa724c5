import { useEffect, useState } from 'react';
import type { Knowledge } from '../../../shared/knowledge/entry.ts';
import { loadKnowledge } from '../../../shared/knowledge/loadKnowledge.ts';

type Reading =
  | { readonly state: 'loading' }
  | { readonly state: 'failed' }
  | { readonly state: 'ready'; readonly knowledge: Knowledge };

/** The knowledge, which is a file of its own: the page loads it when something first asks for it. */
export function useKnowledge(): Reading {
  const [reading, setReading] = useState<Reading>({ state: 'loading' });
  useEffect(() => {
    let isWanted = true;
    loadKnowledge().then(
      (knowledge) => isWanted && setReading({ state: 'ready', knowledge }),
      () => isWanted && setReading({ state: 'failed' }),
    );
    return () => {
      isWanted = false;
    };
  }, []);
  return reading;
}
