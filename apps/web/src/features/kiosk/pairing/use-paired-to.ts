import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { isPairingRemembered, rememberPairing } from './remembered-pairing.js';
import { useOwnDevice } from './use-own-device.js';

/**
 * Whether this is a screen of the hub. Sends one whose pairing was removed back to be paired; one that never was paired
 * is left alone.
 */
export function usePairedTo(hub: string): boolean {
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
  // Until the server has been heard it is what it was, so that it says why it takes no codes just now.
  return wasPaired && !isRemoved && (own.data?.hub ?? hub) === hub;
}
