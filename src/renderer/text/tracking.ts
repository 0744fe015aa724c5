export const refreshText = {
  act: 'Refresh from Microsoft',
  running: 'Reading from Microsoft…',
  done: (read: number, changed: number) =>
    changed === 0 ? `Read ${read} devices. Nothing changed at Microsoft.` : `Read ${read} devices; ${changed} changed.`,
  failed: (failed: number) => `${failed} devices could not be read; refresh again later.`,
  endedEarly: 'Microsoft’s list ended early. The devices of this queue were read one by one; others may be missing.',
} as const;
