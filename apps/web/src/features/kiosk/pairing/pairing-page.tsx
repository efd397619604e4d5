import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import { useT } from '../../../shared/i18n/use-t.js';
import { EveryLanguage } from '../../../shared/i18n/every-language.js';
import { PairingSteps } from './pairing-steps.js';
import { rememberPairing } from './remembered-pairing.js';
import { ownDeviceKey, useOwnDevice } from './use-own-device.js';
import { usePairing } from './use-pairing.js';
import '../kiosk.css';
import './pairing.css';

/** What a screen shows until an administrator has entered its code: the code, as large as the wall allows. */
export default function PairingPage() {
  const t = useT();
  const own = useOwnDevice({ enabled: true });
  const pairing = usePairing(own.data === null);
  const device = own.data ?? pairing.device;
  const state = useHistoryState<{ removedFrom?: string } | null>();
  useLeaveWhenPaired(device);
  useEffect(() => {
    document.title = `${t('pairing.title')} · Digikeskus`;
  }, [t]);
  return (
    <main className="kiosk pairing">
      <h1>Digikeskus</h1>
      <p className="pairing-code" role="status" aria-busy={pairing.code === undefined}>
        {pairing.code ?? <span className="visually-hidden">{t('loading')}</span>}
      </p>
      <EveryLanguage className="pairing-languages">
        <PairingSteps error={own.error ?? pairing.error} removedFrom={state?.removedFrom} />
      </EveryLanguage>
    </main>
  );
}

function useLeaveWhenPaired(device: { hub: string } | undefined): void {
  const client = useQueryClient();
  const [, navigate] = useLocation();
  useEffect(() => {
    if (device === undefined) return;
    rememberPairing(true);
    // Else the board would begin with what was true a moment ago, and send the screen back here.
    client.setQueryData(ownDeviceKey, device);
    navigate(`/kiosk/${device.hub}`, { replace: true });
  }, [device, client, navigate]);
}
