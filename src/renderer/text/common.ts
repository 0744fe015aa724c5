/** Words that more than one screen says. */
export const commonText = {
  product: 'Reseal',
  undo: 'Undo',
  undoAll: 'Undo all',
  messages: 'Messages',
  dismiss: 'Dismiss',
  cancel: 'Cancel',
  close: 'Close',
  save: 'Save',
  tryAgain: 'Try again',
  loading: 'Loading…',
  none: '—',
  refresh: 'Refresh',
  open: 'Open',
  copied: 'Copied.',
  enter: 'Enter',
  workingOn: 'Working…',
} as const;
