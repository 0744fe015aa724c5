import { MessageBar, MessageBarBody, MessageBarTitle, Text, makeStyles, tokens } from '@fluentui/react-components';
import type { ErasurePlan } from '../../../shared/erasure/erasure.ts';
import { erasureText } from '../../text/privacy.ts';

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, overflowWrap: 'anywhere' },
  heading: { margin: 0 },
});

/** What an erasure reaches and what it cannot, and what is in its way. */
export function ErasurePlanView({ plan }: { readonly plan: ErasurePlan }) {
  const { name, places, unreachable, refusal } = plan;
  if (refusal !== null) {
    return (
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{refusal.reason}</MessageBarTitle> {refusal.remedy}
        </MessageBarBody>
      </MessageBar>
    );
  }
  if (places.length === 0) return <Text>{erasureText.nothing(name)}</Text>;
  return (
    <>
      <Text>{erasureText.cannotBeUndone}</Text>
      <Lines title={erasureText.reached} lines={places.map(erasureText.place)} />
      <Lines title={erasureText.unreachable} lines={unreachable} />
    </>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  const styles = useStyles();
  return (
    <div>
      <Text as="h3" weight="semibold" className={styles.heading}>
        {title}
      </Text>
      <ul className={styles.list}>
        {lines.map((line) => (
          <li key={line}>
            <Text>{line}</Text>
          </li>
        ))}
      </ul>
    </div>
  );
}
