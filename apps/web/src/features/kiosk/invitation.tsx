import { useT } from '../../shared/i18n/use-t.js';
import { Button } from '../../shared/ui/button.js';
import { QrCode } from '../../shared/ui/qr-code.js';

interface Props {
  hub: string;
  /** Only a screen of the hub may take codes. */
  takesCodes: boolean;
  onCheckIn: () => void;
}

/** How one says that one is there: by phone, or by the booking's code. */
export default function Invitation({ hub, takesCodes, onCheckIn }: Props) {
  const t = useT();
  return (
    <section className="kiosk-invitation" aria-labelledby="kiosk-come">
      <div className="kiosk-invitation-code">
        <QrCode text={`${window.location.origin}/${hub}/here`} label={t('kiosk.codeForPhone')} />
      </div>
      <div className="kiosk-invitation-text">
        <h2 id="kiosk-come">{t('kiosk.comeTitle')}</h2>
        <p>{t('kiosk.comeText')}</p>
      </div>
      {takesCodes && (
        <Button tone="primary" large onPress={onCheckIn}>
          {t('kiosk.checkIn')}
        </Button>
      )}
    </section>
  );
}
