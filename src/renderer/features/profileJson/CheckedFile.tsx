import { makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components';
import type { ProfileJsonReport } from '../../../shared/api/contract/profileJson.ts';
import { profileFileFacts } from '../../../shared/profileJson/profileFileFacts.ts';
import { profileJsonText as text } from '../../text/profileJson.ts';
import { Facts } from '../../ui/Facts.tsx';
import { Finding } from '../../ui/Finding.tsx';
import { When } from '../../ui/When.tsx';
import { FindingList } from './FindingList.tsx';

const useStyles = makeStyles({
  root: { display: 'grid', gap: tokens.spacingVerticalL },
  title: { ...typographyStyles.subtitle2, margin: 0, overflowWrap: 'anywhere' },
});

interface CheckedFileProps {
  readonly report: ProfileJsonReport;
  readonly notAsked: string | null;
}

/** What was found in a file, and what it says. */
export function CheckedFile({ report: { fileName, file, findings, comparedWith }, notAsked }: CheckedFileProps) {
  const styles = useStyles();
  return (
    <section className={styles.root} aria-label={text.resultOf(fileName)}>
      <h3 className={styles.title}>{fileName}</h3>
      <Text role="status">{text.found(findings.length)}</Text>
      {notAsked !== null && <Finding shape="warning">{text.notAsked(notAsked)}</Finding>}
      {comparedWith !== null && (
        <Text>
          {text.comparedWith(comparedWith.customer)}
          {comparedWith.readAt !== null && (
            <>
              {' '}
              {text.comparedAsOf} <When at={comparedWith.readAt} />
            </>
          )}
          .
        </Text>
      )}
      <FindingList findings={findings} />
      {file !== null && (
        <>
          <h4 className={styles.title}>{text.holds}</h4>
          <Facts facts={profileFileFacts(file)} areWords />
        </>
      )}
    </section>
  );
}
