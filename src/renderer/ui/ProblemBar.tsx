import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { Failure } from '../../shared/outcome/outcome.ts';
import { commonText } from '../text/common.ts';

interface ProblemProps {
  readonly failure: Failure;
  readonly onRetry?: () => void;
}

/** What is wrong and what to do next, where it happened. */
export function ProblemBar({ failure, onRetry }: ProblemProps) {
  const others = (failure.fields ?? []).filter(({ message }) => message !== failure.message);
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{failure.message}</MessageBarTitle>
        {failure.remedy}
        {others.map((problem) => (
          <div key={problem.field}>{problem.message}</div>
        ))}
      </MessageBarBody>
      {onRetry !== undefined && (
        <MessageBarActions>
          <Button size="medium" onClick={onRetry}>
            {commonText.tryAgain}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
