import { makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import { adoptText } from '../../../text/adopt.ts';
import { ProblemBar } from '../../../ui/ProblemBar.tsx';
import { Serial } from '../../../ui/Serial.tsx';
import type { AdoptionResult as Result } from './useAdoption.ts';

/** More are no help at a glance; each of them is still in the list. */
const MOST_SHOWN = 50;

const useStyles = makeStyles({
  list: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXXL,
    maxHeight: '280px',
    overflowY: 'auto',
    display: 'grid',
    gap: tokens.spacingVerticalXS,
  },
});

/** What was taken in, what was not, and why. */
export function AdoptionResult({ result }: { readonly result: Result }) {
  const styles = useStyles();
  const { adopted, matched, refused, isRead, left, failure } = result;
  const shown = refused.slice(0, MOST_SHOWN);
  return (
    <>
      <Text size={400} role="status">
        {adoptText.done(adopted, matched)}
      </Text>
      {!isRead && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{adoptText.fromList}</MessageBarBody>
        </MessageBar>
      )}
      {left > 0 && <Text>{adoptText.left(left)}</Text>}
      {refused.length > 0 && (
        <>
          <Text weight="semibold">{adoptText.refused(refused.length)}</Text>
          <ul className={styles.list} tabIndex={0} aria-label={adoptText.refused(refused.length)}>
            {shown.map(({ ztdId, serialNumber, reason }) => (
              <li key={ztdId}>
                <Serial>{serialNumber ?? ztdId}</Serial>: {reason}
              </li>
            ))}
          </ul>
          {refused.length > shown.length && <Text>{adoptText.more(refused.length - shown.length)}</Text>}
        </>
      )}
      {failure !== null && <ProblemBar failure={failure} />}
    </>
  );
}
