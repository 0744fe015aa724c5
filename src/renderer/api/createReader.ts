/** Reads again whenever asked, one read at a time; what is asked meanwhile is one more read after it. */
export interface Reader {
  readonly read: () => void;
  /** Nothing is told after this. */
  readonly close: () => void;
}

/** @param ask never rejects @param tell hears every answer but one that came after `close` */
export function createReader<Value>(ask: () => Promise<Value>, tell: (value: Value) => void): Reader {
  let state: 'idle' | 'reading' | 'askedAgain' | 'closed' = 'idle';
  const isClosed = () => state === 'closed';

  async function run(): Promise<void> {
    state = 'reading';
    const value = await ask();
    if (isClosed()) return;
    const again = isAskedAgain();
    state = 'idle';
    tell(value);
    if (again) await run();
  }
  const isAskedAgain = () => state === 'askedAgain';

  return {
    read() {
      if (state === 'idle') void run();
      else if (state === 'reading') state = 'askedAgain';
    },
    close() {
      state = 'closed';
    },
  };
}
