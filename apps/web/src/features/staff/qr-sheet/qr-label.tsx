import { useT } from '../../../shared/i18n/use-t.js';
import { QrCode } from '../../../shared/ui/qr-code.js';

interface Props {
  name: string;
  hub: string;
  address: string;
  isPrinter: boolean;
}

/** One label: what it is, where the code leads, and the same address for those who would rather type. */
export function QrLabel({ name, hub, address, isPrinter }: Props) {
  const t = useT();
  return (
    <li className="qr-label">
      <QrCode text={address} label={t('qr.codeOf', { name })} />
      <h2>{name}</h2>
      <p>{t(isPrinter ? 'qr.whatPrinter' : 'qr.what')}</p>
      <p className="qr-label-address">{address.replace(/^https?:\/\//, '')}</p>
      <p>{hub}</p>
    </li>
  );
}
