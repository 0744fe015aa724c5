import { useProcedure } from '../../api/useProcedure.ts';
import { backupsText } from '../../text/backups.ts';
import { Finding } from '../../ui/Finding.tsx';
import { useNow } from '../../ui/useNow.ts';

const MINUTE_MS = 60_000;
/** The first ones say where it is; the log has all of them. */
const MOST_SHOWN = 5;

/** What the checks of the queue's file found, and which rows cannot be read. */
export function QueueHealthList() {
  const health = useProcedure('backups.health', {}, ['backups.changed']);
  const now = useNow(MINUTE_MS);
  if (health.state !== 'ready') return null;
  const { checks, setAside } = health.value;
  const problems = checks.flatMap((check) => check.problems);
  return (
    <>
      {checks.length === 0 && <Finding shape="open">{backupsText.unchecked}</Finding>}
      {checks
        .filter((check) => check.problems.length === 0)
        .map(({ kind, at }) => (
          <Finding key={kind} shape="done">
            {backupsText.checks[kind](at, now)}
          </Finding>
        ))}
      {problems.length > 0 && (
        <Finding shape="failed">
          {backupsText.damaged} {problems.slice(0, MOST_SHOWN).join('; ')}
        </Finding>
      )}
      {setAside.length > 0 && (
        <Finding shape="failed">
          {backupsText.setAside(setAside.length)}{' '}
          {setAside
            .slice(0, MOST_SHOWN)
            .map(({ table, column, serialNumber, id }) => backupsText.row(table, column, serialNumber ?? id))
            .join('; ')}
        </Finding>
      )}
    </>
  );
}
