import type { DeviceKind } from '#libs/contracts';

/** The paired device that is asking. */
export interface CurrentDevice {
  id: string;
  kind: DeviceKind;
  name: string;
  hubId: string;
  hub: string;
  /** A bridge's name in topics; null for a kiosk. */
  bridge: string | null;
}
