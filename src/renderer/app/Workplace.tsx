import { makeStyles, typographyStyles } from '@fluentui/react-components';
import { shellText } from '../text/shell.ts';
import { LinkButton } from '../ui/LinkButton.tsx';
import { useWorkspace } from './workspace.ts';

const useStyles = makeStyles({
  root: { ...typographyStyles.body1Strong, whiteSpace: 'nowrap' },
});

/** At which bench this computer stands and who works at it: it goes into everything that is recorded. */
export function Workplace() {
  const styles = useStyles();
  const { benchName, technicianInitials } = useWorkspace().settings;
  if (technicianInitials === '') {
    return (
      <>
        {benchName !== '' && <span className={styles.root}>{benchName}</span>}
        <LinkButton to={{ page: 'settings' }} appearance="subtle">
          {shellText.setInitials}
        </LinkButton>
      </>
    );
  }
  return (
    <span className={styles.root}>{[benchName, technicianInitials].filter((part) => part !== '').join(' · ')}</span>
  );
}
