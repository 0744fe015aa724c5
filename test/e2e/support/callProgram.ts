import type { Page } from '@playwright/test';
import { z } from 'zod';
import type { InputOf, OutputOf, ProcedureName } from '../../../src/shared/api/contract.ts';
import { contract } from '../../rigs/wholeContract.ts';
import type { PreloadBridge } from '../../../src/renderer/api/preloadTransport.ts';

const answer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: z.object({ message: z.string() }) }),
]);

/**
 * Asks the program for what the page could ask it, by the door that the page has: for what a test needs and does not
 * judge. A refusal fails the test with its sentence.
 */
export async function callProgram<Name extends ProcedureName>(
  page: Page,
  name: Name,
  input: InputOf<Name>,
): Promise<OutputOf<Name>> {
  const outcome = answer.parse(
    await page.evaluate(
      async ({ procedure, value }) => {
        const bridge: PreloadBridge | undefined = window.reseal;
        if (bridge !== undefined) return await bridge.call(procedure, value);
        const response = await fetch(`/rpc/${procedure}`, {
          method: 'POST',
          headers: {
            Authorization: `Bearer ${sessionStorage.getItem('reseal.token') ?? ''}`,
            'Content-Type': 'application/json',
          },
          body: JSON.stringify(value),
        });
        const given: unknown = await response.json();
        return given;
      },
      { procedure: name, value: input },
    ),
  );
  if (!outcome.ok) throw new Error(`${name}: ${outcome.error.message}`);
  // The schema of this name is applied here; the compiler cannot follow which one that is.
  return contract[name].output.parse(outcome.value) as OutputOf<Name>;
}
