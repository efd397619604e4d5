import type { Session } from '#libs/contracts';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { Pill } from '../../../shared/ui/pill.js';

interface Props {
  session: Session;
  isEnding: boolean;
  onEnd: () => void;
}

// Signing in happens anywhere, not at a hub: the clock is that of whoever looks.
const ownTimeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** One place where one is signed in, by what a person would call the device. */
export function SessionRow({ session: { device, createdAt, lastSeenAt, isCurrent }, isEnding, onEnd }: Props) {
  const t = useT();
  const formats = useFormats(ownTimeZone);
  const kind = t(`deviceKind.${device.kind ?? 'unknown'}`);
  const details = [device.browser, device.system].filter((part) => part !== null).join(', ');
  const seen = formats.soon(lastSeenAt);
  const name = details === '' ? kind : `${kind} (${details})`;
  return (
    <li className="session">
      <div className="stack-tight">
        <p className="session-name">
          {name} {isCurrent && <Pill tone="good">{t('sessions.here')}</Pill>}
        </p>
        <p className="soft">
          <span className="session-time">{t('sessions.seenAt', { when: seen })}.</span>{' '}
          <span className="session-time">{t('sessions.since', { when: formats.soon(createdAt) })}.</span>
        </p>
      </div>
      {!isCurrent && (
        <Button onPress={onEnd} isPending={isEnding} aria-label={t('sessions.endOf', { device: name, when: seen })}>
          {t('sessions.end')}
        </Button>
      )}
    </li>
  );
}
