import {
  Button,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Text,
  tokens,
  Tooltip,
} from '@fluentui/react-components';
import { AlertBadgeRegular, AlertRegular } from '@fluentui/react-icons';
import type { OutputOf } from '../../shared/api/contract.ts';
import { shellText } from '../text/shell.ts';
import { LinkButton } from '../ui/LinkButton.tsx';

const useStyles = makeStyles({
  surface: { display: 'grid', gap: tokens.spacingVerticalM, maxWidth: '400px' },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL, display: 'grid', gap: tokens.spacingVerticalS },
});

/** What needs a person, wherever one is in the page. */
export function Attention({ status }: { readonly status: OutputOf<'jobs.status'> }) {
  const styles = useStyles();
  const sentences = [
    ...(status.jobs.failed === 0 ? [] : [shellText.failedJobs(status.jobs.failed)]),
    ...status.problems,
  ];
  return (
    <Popover trapFocus positioning={{ position: 'below', align: 'end', offset: 8 }}>
      <PopoverTrigger disableButtonEnhancement>
        <Tooltip content={shellText.notifications(sentences.length)} relationship="label">
          <Button
            size="large"
            appearance="subtle"
            icon={sentences.length === 0 ? <AlertRegular /> : <AlertBadgeRegular />}
          >
            {sentences.length === 0 ? null : sentences.length}
          </Button>
        </Tooltip>
      </PopoverTrigger>
      <PopoverSurface aria-label={shellText.notifications(sentences.length)}>
        <div className={styles.surface}>
          {sentences.length === 0 ? (
            <Text>{shellText.noNotifications}</Text>
          ) : (
            <ul className={styles.list}>
              {sentences.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          )}
          <LinkButton to={{ page: 'activity' }}>{shellText.seeActivity}</LinkButton>
        </div>
      </PopoverSurface>
    </Popover>
  );
}
