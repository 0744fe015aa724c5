import type { MadeProfileJson } from '../../../shared/api/contract/profileJson.ts';
import { profileFileFacts } from '../../../shared/profileJson/profileFileFacts.ts';
import type { ProcedureReading } from '../../api/useProcedure.ts';
import { Facts } from '../../ui/Facts.tsx';
import { ProblemBar } from '../../ui/ProblemBar.tsx';
import { FindingList } from './FindingList.tsx';

/** What a file will say, before it is saved. */
export function MadeFile({ reading }: { readonly reading: ProcedureReading<MadeProfileJson> }) {
  if (reading.state === 'loading') return null;
  if (reading.state === 'failed') return <ProblemBar failure={reading.failure} />;
  return (
    <>
      {reading.failure !== null && <ProblemBar failure={reading.failure} />}
      <Facts facts={profileFileFacts(reading.value.file)} areWords />
      <FindingList findings={reading.value.findings} />
    </>
  );
}
