import type { KeyboardLayout } from './keyboardLayouts.ts';

const LAYOUT = 'keyboard-layout:';
type LayoutRepair = `${typeof LAYOUT}${KeyboardLayout}`;

/** What was undone to read a code, in the order in which it was. */
export type ScanRepair =
  | 'visible-controls'
  | 'control-characters'
  | 'doubled'
  | 'aim-prefix'
  | 'caps-lock'
  | 'letter-case'
  | 'code-39-frame'
  | 'label-words'
  | 'data-identifier'
  | LayoutRepair;

export const isLayoutRepair = (repair: ScanRepair): repair is LayoutRepair => repair.startsWith(LAYOUT);
/** The layout's short name, `de`. */
export const layoutIn = (repair: LayoutRepair): string => repair.slice(LAYOUT.length);
