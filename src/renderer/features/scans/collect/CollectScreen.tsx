export function CollectScreen() {
  return null;
}
