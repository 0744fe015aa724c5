import { labelSheetName, labelSheetOf } from '../../../shared/labels/labelSheet.ts';
import { labelSizes, type LabelSize } from '../../../shared/labels/labelSize.ts';
import { sheetOf, type LabelChoice } from './labelChoice.ts';

/** In a list of what labels can be had: one that is sold, a sheet, or own measures. */
export const OWN_SIZE = 'own';
export const keyOfSize = ({ maker, name }: LabelSize): string => `${maker} ${name}`;

/** Less than a tenth of a dot. */
const NEAR_MM = 0.01;

/** The sheets that an office printer can have, by paper. */
export const sheetNames = labelSheetName.options.flatMap((name) => {
  const sheet = labelSheetOf(name);
  return sheet === null ? [] : [{ name, sheet }];
});

/** Which entry of that list is chosen. */
export function kindOf(choice: LabelChoice): string {
  const sheet = sheetOf(choice);
  if (sheet !== 'none') return sheet;
  const sold = labelSizes.find(
    ({ widthMm, heightMm }) =>
      Math.abs(widthMm - choice.widthMm) < NEAR_MM && Math.abs(heightMm - choice.heightMm) < NEAR_MM,
  );
  return sold === undefined ? OWN_SIZE : keyOfSize(sold);
}

/** What choosing an entry changes. */
export function kindChosen(key: string): Partial<LabelChoice> {
  const sheet = sheetNames.find(({ name }) => name === key);
  if (sheet !== undefined) return { sheet: sheet.name, start: 1 };
  const sold = labelSizes.find((size) => keyOfSize(size) === key);
  return { sheet: 'none', ...(sold !== undefined && { widthMm: sold.widthMm, heightMm: sold.heightMm }) };
}
