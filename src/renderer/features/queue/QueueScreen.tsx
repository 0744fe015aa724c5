import { Screen } from '../../ui/Screen.tsx';
export function QueueScreen(_: { readonly preset: unknown }) {
  return <Screen title="QueueScreen">…</Screen>;
}
