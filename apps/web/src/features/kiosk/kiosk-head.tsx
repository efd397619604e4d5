import type { Board } from '#libs/contracts';
import { dayKey } from '../../shared/i18n/day-key.js';
import type { useLanguage } from '../../shared/i18n/language-provider.js';
import { locales } from '../../shared/i18n/locale.js';
import { useFormats } from '../../shared/i18n/use-formats.js';
import { useT } from '../../shared/i18n/use-t.js';
import { Button } from '../../shared/ui/button.js';

interface Props {
  board: Board;
  now: number;
  language: ReturnType<typeof useLanguage>;
}

export function KioskHead({ board, now, language }: Props) {
  const t = useT();
  const { timeZone } = board.hub;
  const formats = useFormats(timeZone);
  const today = board.opening.filter(({ startsAt }) => dayKey(startsAt, timeZone) === dayKey(now, timeZone));
  const hours = today.map(({ startsAt, endsAt }) => formats.timeRange(startsAt, endsAt)).join(', ');
  return (
    <header className="kiosk-head">
      <div>
        <h1>{board.hub.name}</h1>
        <p className="kiosk-opening">
          <strong className={board.openNow ? 'kiosk-open' : undefined}>
            {t(board.openNow ? 'kiosk.open' : 'kiosk.closed')}
          </strong>{' '}
          {/* A hub that opened yesterday and is still open is not closed today. */}
          {hours !== '' ? t('kiosk.hoursToday', { hours }) : !board.openNow && t('kiosk.closedToday')}
        </p>
      </div>
      <div className="kiosk-clock">
        <p className="kiosk-time numeric">{formats.time(new Date(now))}</p>
        <p>{formats.longDay(new Date(now))}</p>
      </div>
      <div className="kiosk-languages" role="group" aria-label={t('nav.language')}>
        {locales.map((locale) => (
          <Button
            key={locale}
            tone={locale === language.locale ? 'primary' : 'plain'}
            aria-pressed={locale === language.locale}
            onPress={() => language.setLocale(locale)}
          >
            {locale.toUpperCase()}
          </Button>
        ))}
      </div>
    </header>
  );
}
