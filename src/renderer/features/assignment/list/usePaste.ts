import { useEffect } from 'react';

/** Hears what is pasted anywhere on the screen, but into a field in which somebody has begun to write. */
export function usePaste(onPaste: (text: string) => void): void {
  useEffect(() => {
    const hear = (event: ClipboardEvent): void => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      const { target } = event;
      const isField = target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
      if (text.trim() === '' || (isField && (target.value !== '' || target instanceof HTMLInputElement))) return;
      event.preventDefault();
      onPaste(text);
    };
    window.addEventListener('paste', hear);
    return () => window.removeEventListener('paste', hear);
  }, [onPaste]);
}
