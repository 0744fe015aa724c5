import { writeDeviceFile } from '../support/deviceFile.ts';
import { lookAtIt } from '../support/look.ts';
import { fillQueue, scan } from '../support/practiceQueue.ts';
import { expect, test } from '../support/resealTest.ts';

test('before a hybrid device starts, both statements of Microsoft on domain controllers stand with their sources', async ({
  reseal: { page, dataFolder },
}) => {
  const file = await writeDeviceFile(dataFolder, 'hybrid.csv', [{ serialNumber: 'HYBRID1', groupTag: 'Hybrid' }]);
  await fillQueue(page, { register: true, file });
  await scan(page, 'HYBRID1');
  const nextStep = page.getByRole('region', { name: 'Next step' });
  await expect(nextStep.getByRole('button', { name: 'Start technician flow' })).toBeVisible();
  const statements = nextStep.getByRole('list').getByRole('listitem');
  await expect(statements.filter({ hasText: 'must reach a domain controller' })).toContainText(
    '“Windows Autopilot scenarios”',
  );
  await expect(statements.filter({ hasText: 'It need not' })).toContainText('pre-provisioned deployment');
  await lookAtIt(page, 'domain-controller');
});
