import type { Passkey } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { useDate } from './use-date.js';

interface Props {
  passkey: Passkey;
  onRename: () => void;
  onRemove: () => void;
}

export function PasskeyRow({ passkey: { name, createdAt, lastUsedAt }, onRename, onRemove }: Props) {
  const t = useT();
  const date = useDate();
  return (
    <li className="spread security-row">
      <div>
        <p className="security-name">
          <strong>{name}</strong>
        </p>
        <p className="soft">
          {lastUsedAt ? t('passkeys.used', { day: date(lastUsedAt) }) : t('passkeys.added', { day: date(createdAt) })}
        </p>
      </div>
      <div className="button-row">
        <Button onPress={onRename} aria-label={t('passkeys.renameOf', { name })}>
          {t('passkeys.rename')}
        </Button>
        <Button onPress={onRemove} aria-label={t('passkeys.remove', { name })}>
          {t('passkeys.removeShort')}
        </Button>
      </div>
    </li>
  );
}
