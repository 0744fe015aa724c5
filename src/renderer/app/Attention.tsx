import { useEffect, useEffectEvent } from 'react';
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
import { useNow } from '../ui/useNow.ts';
import { useProcedure } from '../api/useProcedure.ts';
import { attentionSentences } from './attentionSentences.ts';
import { useAddress } from './navigation.ts';
import { useWorkspace } from './workspace.ts';
import { useUnfinishedImports } from './useUnfinishedImports.ts';

const MINUTE_MS = 60_000;
/** As many as can be read at once; Activity shows the rest. */
const MOST_SENTENCES = 5;

const useStyles = makeStyles({
  surface: { display: 'grid', gap: tokens.spacingVerticalM, maxWidth: '400px' },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL, display: 'grid', gap: tokens.spacingVerticalS },
});

/** What needs a person, wherever one is in the page. */
export function Attention({ status }: { readonly status: OutputOf<'jobs.status'> }) {
  const styles = useStyles();
  const unfinished = useUnfinishedImports();
  // Whoever is at it needs no reminder.
  const unfinishedImports = useAddress().page === 'intake' ? 0 : unfinished;
  const { tenant } = useWorkspace();
  const look = useProcedure('bench.needsLook', tenant === null ? null : { tenantId: tenant.id }, ['devices.changed']);
  const now = useNow(MINUTE_MS);
  // Time alone makes a device overdue.
  const lookAgain = useEffectEvent(look.reload);
  useEffect(() => lookAgain(), [now]);
  const devicesToSee = look.state === 'ready' ? look.value.devices : 0;
  const sentences = attentionSentences({ ...status, unfinishedImports, devicesToSee }, now);
  const rest = sentences.length - MOST_SENTENCES;
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
              {sentences.slice(0, MOST_SENTENCES).map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
              {rest > 0 && <li>{shellText.moreNotifications(rest)}</li>}
            </ul>
          )}
          {devicesToSee > 0 && <LinkButton to={{ page: 'bench' }}>{shellText.goToBench}</LinkButton>}
          {unfinishedImports > 0 && <LinkButton to={{ page: 'intake' }}>{shellText.goToIntake}</LinkButton>}
          <LinkButton to={{ page: 'activity' }}>{shellText.seeActivity}</LinkButton>
        </div>
      </PopoverSurface>
    </Popover>
  );
}
