import { Screen } from '../../ui/Screen.tsx';
export function BenchScreen() {
  return <Screen title="BenchScreen">…</Screen>;
}
