import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { isPairingRemembered, rememberPairing } from './remembered-pairing.js';
import { useOwnDevice } from './use-own-device.js';

/** Sends a screen whose pairing was removed back to be paired. One that never was paired is left alone. */
export function useRemoval(hub: string): void {
  const [wasPaired] = useState(isPairingRemembered);
  const own = useOwnDevice({ enabled: wasPaired });
  const [, navigate] = useLocation();
  const isRemoved = wasPaired && own.data === null;
  useEffect(() => {
    if (!isRemoved) return;
    // Forgotten at once: a screen that is started again without its pairing still shows what is free.
    rememberPairing(false);
    navigate('/kiosk/pair', { replace: true, state: { removedFrom: hub } });
  }, [isRemoved, hub, navigate]);
}
