import type { TenantView } from '../../../shared/tenants/tenant.ts';
import { useActs } from '../../acts/actsContext.ts';
import { useClient } from '../../api/clientContext.ts';
import { useCommand } from '../../api/useCommand.ts';
import { putBack } from '../shelves/putBack.ts';
import { associationAnswerOf, sendingAnswer, type ScanAnswer } from './scanAnswer.ts';
import { useScan } from './scanContext.ts';

/** What an answer offers besides the step of its device. */
export function useAnswerActs(answer: ScanAnswer) {
  const client = useClient();
  const { setAnswer } = useScan();
  const write = useCommand('settings.write');
  const { tools } = useActs();
  const { deviceLink, initialsBefore, placed } = answer;

  async function associate({ id, name }: TenantView): Promise<void> {
    if (deviceLink === null) return;
    setAnswer(sendingAnswer);
    const outcome = await client.call('identifiers.associate', { tenantId: id, deviceLink });
    setAnswer(associationAnswerOf(outcome, answer, name));
  }
  async function takeBackInitials(): Promise<void> {
    if (initialsBefore === null) return;
    const outcome = await write.run({ technicianInitials: initialsBefore });
    if (outcome.ok) setAnswer(null);
  }
  async function takeFromShelf(): Promise<void> {
    if (placed === null) return;
    await putBack(placed, tools.command);
    setAnswer(null);
  }
  return {
    takeFromShelf: () => void takeFromShelf(),
    associate: (tenant: TenantView) => void associate(tenant),
    takeBackInitials: () => void takeBackInitials(),
  };
}
