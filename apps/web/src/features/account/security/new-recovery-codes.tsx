import { useMutation } from '@tanstack/react-query';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { Notice } from '../../../shared/ui/notice.js';

interface Props {
  codes: readonly string[];
  onDone: () => void;
}

/** The only time the codes are shown. */
export function NewRecoveryCodes({ codes, onDone }: Props) {
  const t = useT();
  const copy = useMutation({ mutationFn: () => navigator.clipboard.writeText(codes.join('\n')) });
  // Browsers lend the clipboard to secure addresses only.
  const canCopy = window.isSecureContext;
  return (
    <div className="stack recovery-codes">
      <Notice tone="warning" title={t('recovery.shownOnce')} />
      <ul className="recovery-list numeric" aria-label={t('recovery.title')}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      {copy.isSuccess && <Notice tone="good" title={t('recovery.copied')} />}
      <div className="button-row">
        {canCopy && <Button onPress={() => copy.mutate()}>{t('recovery.copy')}</Button>}
        <Button onPress={() => window.print()}>{t('recovery.print')}</Button>
        <Button tone="primary" onPress={onDone}>
          {t('recovery.done')}
        </Button>
      </div>
    </div>
  );
}
