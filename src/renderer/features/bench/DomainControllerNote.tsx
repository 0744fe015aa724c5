import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from '@fluentui/react-components';
import { domainControllerWords } from '../../../shared/bench/domainController.ts';

const useStyles = makeStyles({
  list: { margin: `${tokens.spacingVerticalXS} 0`, paddingLeft: tokens.spacingHorizontalXL },
});

/** What Microsoft says in two ways, side by side, before a hybrid device starts. */
export function DomainControllerNote() {
  const styles = useStyles();
  const { title, statements, advice } = domainControllerWords;
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        <ul className={styles.list}>
          {statements.map(({ says, source }) => (
            <li key={source}>
              {source}: {says}
            </li>
          ))}
        </ul>
        {advice}
      </MessageBarBody>
    </MessageBar>
  );
}
