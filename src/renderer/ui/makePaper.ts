import { createContext, useContext } from 'react';
import type { Document } from '../../shared/api/document.ts';
import type { Outcome } from '../../shared/outcome/outcome.ts';

/** Makes a document and hands it over; where characters cannot be printed, a person is asked first. */
export type MakePaper = (
  make: (withCodes: boolean) => Promise<Outcome<Document>>,
  handOver: (file: Document) => void,
) => Promise<void>;

export const PaperContext = createContext<MakePaper | null>(null);

/** Throws where no provider stands above. */
export function useMakePaper(): MakePaper {
  const makePaper = useContext(PaperContext);
  if (makePaper === null) throw new Error('Nothing above this component makes documents.');
  return makePaper;
}
