import { makeStyles, typographyStyles } from '@fluentui/react-components';
import { narrow } from '../ui/breakpoints.ts';
import { useWorkspace } from './workspace.ts';

const useStyles = makeStyles({
  root: {
    ...typographyStyles.body1Strong,
    maxWidth: '160px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    [narrow]: { display: 'none' },
  },
});

/** At which bench this computer stands and who works at it: it goes into everything that is recorded. */
export function Workplace() {
  const styles = useStyles();
  const { benchName, technicianInitials } = useWorkspace().settings;
  const parts = [benchName, technicianInitials].filter((part) => part !== '');
  return parts.length > 0 && <span className={styles.root}>{parts.join(' · ')}</span>;
}
