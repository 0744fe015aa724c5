import { createFormatter } from '../../shared/format/formatter.ts';

/** The page speaks as the browser does; in the window that is Electron, whose locale the main process has too. */
export const formatter = createFormatter(navigator.language);
