interface CodeOfDevice {
  /** Windows makes a new one every time it draws the code. */
  readonly id: string;
  readonly ztdId: string;
  readonly serialNumber: string;
  /** On the result page only. */
  readonly outcome?: { readonly result: 'success' | 'failure'; readonly elapsedMs: number };
}

/**
 * The QR code of Windows' own pre-provisioning pages, as `readAutopilotCode` reads it: for invented devices. Windows leaves
 * the product key ID empty.
 */
export function writeAutopilotCode({ id, ztdId, serialNumber, outcome }: CodeOfDevice): string {
  return JSON.stringify({
    Version: '1.0.0',
    Id: id,
    ZtdId: ztdId,
    PKID: '',
    SerialNumber: serialNumber,
    SequenceBlockNumber: 1,
    TotalBlocks: 1,
    ...(outcome === undefined
      ? {}
      : {
          Result: outcome.result === 'success' ? 'Success' : 'Failure',
          ElapsedTimeMilliseconds: Math.round(outcome.elapsedMs),
        }),
  });
}
