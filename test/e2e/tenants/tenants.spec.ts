import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { callProgram } from '../support/callProgram.ts';
import { expectAccessible, lookAtIt, picture } from '../support/look.ts';
import { expect, test } from '../support/resealTest.ts';
import { chooseFiles, samples } from '../support/samples.ts';
import { connectToPractice, signInWithCode } from '../support/signIn.ts';

test('practising is one click from the first screen, and needs no sign-in', async ({ reseal: { page } }) => {
  await expect(page.getByRole('heading', { level: 1, name: 'Welcome to Reseal' })).toBeFocused();
  await page.getByRole('button', { name: 'Practise with a pretend tenant' }).click();
  await expect(page.getByRole('heading', { name: 'Drop hash files here' })).toBeVisible();

  await page.getByRole('link', { name: 'Customers' }).click();
  const card = page.getByRole('listitem', { name: 'Practice tenant' });
  await expect(card).toContainText('Shown now');
  await expectAccessible(page);
  await card.getByRole('button', { name: 'Refresh from Microsoft' }).click();
  await expect(page.getByText('Read 0 devices. Nothing changed at Microsoft.', { exact: true })).toBeVisible();
  await card.getByRole('button', { name: 'Check permissions' }).click();
  await expect(page.getByText('Nothing is missing.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(card.getByRole('button', { name: 'Check permissions' })).toBeFocused();
});

test('a tenant is added only with IDs that can be right, and the form says which are not', async ({
  reseal: { page },
}) => {
  await page.getByRole('button', { name: 'Sign in to your tenant' }).click();
  await page.getByRole('button', { name: 'Add and sign in' }).click();
  await expect(page.getByRole('textbox', { name: 'Name on this bench' })).toBeFocused();
  await page.getByRole('textbox', { name: 'Name on this bench' }).fill('Contoso');
  await page.getByRole('textbox', { name: 'Tenant ID or domain' }).fill('contoso.example');
  await page.getByRole('textbox', { name: 'Application (client) ID' }).fill('not an ID');
  await page.getByRole('button', { name: 'Add and sign in' }).click();
  await expect(page.getByRole('textbox', { name: 'Application (client) ID' })).toBeFocused();
  await expect(page.getByText(/An application ID has 32 letters/)).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('textbox', { name: 'Application (client) ID' }).fill(randomUUID());
  await page.getByRole('radio', { name: 'Brown' }).check();
  await page.getByRole('button', { name: 'Add and sign in' }).click();
  await expect(page.getByRole('dialog', { name: 'Sign in to Contoso' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Close' }).click();
  const card = page.getByRole('listitem', { name: 'Contoso' });
  await expect(card).toContainText('Signed out');

  await card.getByRole('button', { name: 'More for Contoso' }).click();
  await page.getByRole('menuitem', { name: 'Change name and colour…' }).click();
  await page.getByRole('textbox', { name: 'Name on this bench' }).fill('Contoso Kiel');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'More for Contoso Kiel' }).click();
  await page.getByRole('menuitem', { name: 'Remove…' }).click();
  await page.getByRole('button', { name: 'Remove the customer' }).click();
  await expect(page.getByRole('heading', { name: 'Whose devices are these?' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('signing in with a code shows the code and the address, and can be given up', async ({
  reseal: { page, practice },
}) => {
  await addSignInTenant(page, practice.url);
  await page.getByRole('link', { name: 'Customers' }).click();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('button', { name: /Sign in with a code/ }).click();
  await expect(page.getByText(/The code is good for 1[45]:\d\d more/)).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'sign-in-code');
  await page.getByRole('button', { name: 'Cancel the sign-in' }).click();
  await page.getByRole('button', { name: /Sign in with a code/ }).click();

  const address = await page.getByRole('textbox', { name: 'Address' }).inputValue();
  const code = await page.getByText(/^\d{8}$/).innerText();
  await fetch(address, { method: 'POST', body: new URLSearchParams({ user_code: code }) });
  await expect(page.getByText(/Signed in as /)).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('listitem', { name: 'Lab', exact: true })).toContainText('Signed in');

  await page.getByRole('button', { name: 'More for Lab' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('listitem', { name: 'Lab', exact: true })).toContainText('Signed out');
});

test('a permission that nobody has granted is asked for by name, and refuses nobody the sign-in', async ({
  reseal: { page, practice },
}) => {
  const misbehave = (body: object) =>
    fetch(`${practice.url}/practice/faults`, {
      method: 'PUT',
      headers: { Authorization: `Bearer ${practice.token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  await misbehave({ refusedScopes: ['Device.Read.All'] });
  await addSignInTenant(page, practice.url);
  await page.getByRole('link', { name: 'Customers' }).click();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await signInWithCode(page);
  await page.getByRole('button', { name: 'Close' }).click();
  const card = page.getByRole('listitem', { name: 'Lab', exact: true });
  await lookAtIt(page, 'tenants');
  await card.getByRole('button', { name: 'Check permissions' }).click();
  await expect(page.getByText('One kind of work is not allowed.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ask for Device.Read.All' })).toBeInViewport();
  await lookAtIt(page, 'tenant-permissions');

  await misbehave({});
  await page.getByRole('button', { name: 'Ask for Device.Read.All' }).click();
  await expect(page.getByText('Reseal asks Microsoft for Device.Read.All.')).toBeVisible();
  await lookAtIt(page, 'tenant-ask');
  await signInWithCode(page);
  await page.getByRole('button', { name: 'Close' }).click();
  await card.getByRole('button', { name: 'Check permissions' }).click();
  await expect(page.getByText('Nothing is missing.')).toBeVisible();
});

test('a certificate that cannot be used is said in the form', async ({ reseal: { page } }) => {
  await page.getByRole('button', { name: 'Sign in to your tenant' }).click();
  await page.getByRole('textbox', { name: 'Name on this bench' }).fill('Lab');
  await page.getByRole('textbox', { name: 'Tenant ID or domain' }).fill('contoso.example');
  await page.getByRole('textbox', { name: 'Application (client) ID' }).fill(randomUUID());
  await page.getByRole('radio', { name: /The app by itself/ }).check();
  await page.getByRole('button', { name: 'Add and check' }).click();
  await expect(page.getByRole('textbox', { name: 'PEM file with the private key' })).toBeFocused();
  await page.getByRole('textbox', { name: 'PEM file with the private key' }).fill('/nowhere/lab.pem');
  await page.getByRole('button', { name: 'Add and check' }).click();
  await expect(page.getByText(/private key cannot be read from/)).toBeInViewport();
  await lookAtIt(page, 'tenant-certificate');
});

test('a lab without Microsoft begins with a name; it is connected later, sees what waits, and lets it go', async ({
  reseal: { page, practice },
}) => {
  await page.getByRole('button', { name: 'Begin without Microsoft' }).click();
  await page.getByRole('textbox', { name: 'Name on this bench' }).fill('Lager West');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await chooseFiles(page, samples.intune);
  await page.getByRole('button', { name: /^Put \d+ devices into the queue/ }).click();
  await page.getByRole('button', { name: /^Register these/ }).click();

  await page.getByRole('link', { name: 'Customers' }).click();
  const card = page.getByRole('listitem', { name: 'Lager West', exact: true });
  await expect(card.getByRole('region', { name: 'Waits until it is connected' })).toContainText(/Register \d+ devices/);
  await lookAtIt(page, 'customer-not-connected');
  await card.getByRole('button', { name: 'Connect Lager West' }).click();
  await expect(page.getByRole('dialog', { name: 'Connect Lager West to Microsoft' })).toBeVisible();
  await lookAtIt(page, 'customer-connect');
  await page.getByRole('button', { name: 'Cancel' }).click();

  await connectToPractice(page, practice.url);
  await card.getByRole('button', { name: 'Let it send what waits' }).click();
  await expect(page.getByRole('dialog', { name: 'Send what waits to Lager West?' })).toContainText(
    /Register \d+ devices/,
  );
  await expect(page.getByRole('region', { name: 'Registered there already' })).toContainText('Not known yet');
  await lookAtIt(page, 'customer-let-send');
  await page.getByRole('button', { name: /^Send \d+ changes$/ }).click();
  await expect(card.getByRole('button', { name: 'Let it send what waits' })).toBeHidden();
});

/** A tenant whose sign-in is the practice tenant's: the form knows Microsoft's clouds only. */
async function addSignInTenant(page: Page, url: string): Promise<void> {
  await callProgram(page, 'tenants.add', {
    name: 'Lab',
    directoryId: 'contoso-practice.example',
    clientId: randomUUID(),
    addresses: { graphRoot: url, authority: url },
  });
}
