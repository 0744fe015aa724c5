import { useCallback, useState, type ReactNode } from 'react';
import { Text } from '@fluentui/react-components';
import { paperText } from '../text/paper.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { useNotify } from './notify.ts';
import { PaperContext, type MakePaper } from './makePaper.ts';

interface Question {
  readonly sentence: string;
  readonly printCodes: () => Promise<void>;
}

/** Names the characters that cannot be printed before anything is, and asks whether to go on. */
export function PaperProvider({ children }: { readonly children: ReactNode }) {
  const notify = useNotify();
  const [question, setQuestion] = useState<Question | null>(null);

  const makePaper = useCallback<MakePaper>(
    async (make, handOver, onFailure = notify.failed) => {
      const outcome = await make(false);
      if (outcome.ok) {
        handOver(outcome.value);
      } else if (outcome.error.code === 'unprintable') {
        setQuestion({
          sentence: outcome.error.message,
          printCodes: async () => {
            const withCodes = await make(true);
            if (withCodes.ok) handOver(withCodes.value);
            else onFailure(withCodes.error);
          },
        });
      } else {
        onFailure(outcome.error);
      }
    },
    [notify],
  );

  return (
    <PaperContext value={makePaper}>
      {children}
      {question !== null && (
        <ConfirmDialog
          title={paperText.title}
          confirm={paperText.printCodes}
          onConfirm={() => {
            setQuestion(null);
            void question.printCodes();
          }}
          onClose={() => setQuestion(null)}
        >
          <Text block>{question.sentence}</Text>
          <Text block>{paperText.codes}</Text>
        </ConfirmDialog>
      )}
    </PaperContext>
  );
}
