import { createContext, useContext } from 'react';
import type { Failure, Outcome } from '../../shared/outcome/outcome.ts';

/**
 * Makes a document, or prints one, and hands over what came of it; where characters cannot be printed, a person is asked
 * first. A failure is told, unless the caller shows it itself, as a dialog does.
 */
export type MakePaper = <Made>(
  make: (withCodes: boolean) => Promise<Outcome<Made>>,
  handOver: (made: Made) => void,
  onFailure?: (failure: Failure) => void,
) => Promise<void>;

export const PaperContext = createContext<MakePaper | null>(null);

/** Throws where no provider stands above. */
export function useMakePaper(): MakePaper {
  const makePaper = useContext(PaperContext);
  if (makePaper === null) throw new Error('Nothing above this component makes documents.');
  return makePaper;
}
