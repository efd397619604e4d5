import { useState } from 'react';
import type { Board, KioskCheckedIn } from '#libs/contracts';
import { ApiProblem, isProblem } from '../../../shared/api/problem.js';
import { useLanguage } from '../../../shared/i18n/language-provider.js';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Keypad } from './keypad.js';
import { useDigits } from './use-digits.js';
import { useKioskCheckIn } from './use-kiosk-check-in.js';

/** Six digits, and the thing is theirs. */
export function CheckInPanel({ hub }: { hub: Board['hub'] }) {
  const t = useT();
  const { locale } = useLanguage();
  const { mutate, reset, data, error, isPending } = useKioskCheckIn(hub.slug);
  // A sentence of the server does not change its language by itself: it goes when another one is chosen.
  const [askedIn, setAskedIn] = useState(locale);
  const ask = (code: string) => {
    setAskedIn(locale);
    mutate(code);
  };
  const digits = useDigits(!isPending && data === undefined, { onFull: ask, onChange: reset });
  if (data) return <Welcome booking={data} timeZone={hub.timeZone} />;
  return (
    <div className="visit-body check-in">
      <div className="check-in-text">
        <p>{t('kiosk.checkInText')}</p>
        <output className="check-in-code numeric" aria-label={t('kiosk.code')} aria-busy={isPending}>
          {isPending ? t('loading') : digits.shown}
        </output>
        <div role="alert">
          {error && askedIn === locale && <p className="check-in-refusal">{refusalOf(error, t)}</p>}
        </div>
      </div>
      <Keypad onDigit={digits.add} onErase={digits.erase} onClear={digits.clear} />
    </div>
  );
}

function refusalOf(error: Error, t: ReturnType<typeof useT>): string {
  if (isProblem(error, 429)) return t('kiosk.tooMany');
  return error instanceof ApiProblem ? error.message : t('kiosk.unreachable');
}

function Welcome({ booking, timeZone }: { booking: KioskCheckedIn; timeZone: string }) {
  const t = useT();
  const formats = useFormats(timeZone);
  const name = booking.resources.join(', ');
  return (
    <div className="visit-body visit-done" role="status">
      <p className="visit-big">{t('kiosk.welcome')}</p>
      <p>{t('kiosk.yours', { name, when: formats.until(booking.endsAt) })}</p>
    </div>
  );
}
