import type { LabelLook } from '../../../shared/labels/labelLook.ts';
import type { Settings } from '../../../shared/settings/settings.ts';

/** How labels look, with nothing left open. */
export type ChosenLook = { readonly [Name in keyof LabelLook]-?: Exclude<LabelLook[Name], undefined> };

/** What is asked for, and for the rest what was chosen last. A sheet that is used anew begins with its first label. */
export function chosenLook(asked: LabelLook, settings: Settings): ChosenLook {
  return {
    widthMm: asked.widthMm ?? settings.labelWidthMm,
    heightMm: asked.heightMm ?? settings.labelHeightMm,
    fields: asked.fields ?? settings.labelFields,
    code: asked.code ?? settings.labelCode,
    dpi: asked.dpi ?? settings.labelDpi,
    sheet: asked.sheet ?? 'none',
    start: asked.start ?? 1,
  };
}
