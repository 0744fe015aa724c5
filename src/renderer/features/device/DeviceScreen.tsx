import { Screen } from '../../ui/Screen.tsx';
export function DeviceScreen({ id }: { readonly id: string }) {
  return <Screen title={id}>…</Screen>;
}
