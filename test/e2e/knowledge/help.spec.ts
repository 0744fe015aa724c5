import { expectAccessible, expectLargeTargets, picture } from '../support/look.ts';
import { goToHelp } from '../support/goToHelp.ts';
import { expect, test } from '../support/resealTest.ts';

test('a code is looked up in Help without a device, by the keyboard alone', async ({ reseal: { page } }) => {
  await goToHelp(page);
  const field = page.getByRole('searchbox', { name: 'Error code, event or words' });
  await expect(field).toBeFocused();
  await expect(page.getByRole('heading', { name: 'What does the screen say?' })).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'help-empty');

  await field.fill('The screen says -2145910764');
  const answer = page.getByRole('region', { name: 'Enrollment blocked (0x80180014)' });
  await expect(answer.getByText('How to tell:').first()).toBeVisible();
  await expect(answer.getByText('reseal delete-intune-record')).toBeVisible();
  await expect(answer.getByRole('textbox', { name: 'Windows Autopilot - known issues' })).toHaveValue(
    'https://learn.microsoft.com/en-us/autopilot/known-issues',
  );
  await expect(page.getByRole('status').filter({ hasText: '1 answer' })).toBeVisible();
  await expectAccessible(page);
  await expectLargeTargets(page);
  await picture(page, 'help-code');
});

test('words find entries best first, and an unknown code is called unknown', async ({ reseal: { page } }) => {
  await goToHelp(page);
  await page.goto(`${page.url().split('#')[0] ?? ''}#/help?search=tpm+vuln`);
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('The TPM is vulnerable (0x81039024)');
  await picture(page, 'help-words');
  await page.getByRole('searchbox', { name: 'Error code, event or words' }).fill('0x80181fff');
  await expect(page.getByText('is unknown to Reseal.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Nothing is known of that' })).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'help-unknown');
});
