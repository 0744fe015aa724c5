/** `“Sales”, “Kiosk”` */
export function quotedWords(values: readonly string[]): string {
  return values.map((value) => `“${value}”`).join(', ');
}
