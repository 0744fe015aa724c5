/** Whether a file of a folder can hold a hash, by its name. A file that a person chose by itself is always tried. */
export function canHoldHash(fileName: string): boolean {
  return /\.(csv|tsv|txt|xml|json|zip|cab)$/i.test(fileName);
}
