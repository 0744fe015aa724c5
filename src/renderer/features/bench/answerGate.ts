import type { InputOf } from '../../../shared/api/contract.ts';
import type { ActTools } from '../../acts/act.ts';
import { confirmText } from '../../text/bench.ts';

/** Answers what the go gate asks, and offers to take that back for exactly the devices that it changed. */
export async function answerGate(
  answer: InputOf<'bench.confirm'>,
  { command, notify }: Pick<ActTools, 'command' | 'notify'>,
): Promise<void> {
  const outcome = await command('bench.confirm', answer);
  if (!outcome.ok) return;
  const { deviceIds } = outcome.value;
  const takeBack = () =>
    void command('bench.confirm', { deviceIds, question: answer.question, scope: 'device', confirmed: false });
  if (deviceIds.length === 0) notify.done(confirmText.done(0));
  else notify.done(confirmText.done(deviceIds.length), takeBack);
}
