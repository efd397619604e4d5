import { useT } from '../i18n/use-t.js';
import { Button } from '../ui/button.js';
import { codeInMail } from './code-in-mail.js';
import { useDemoMailbox } from './use-demo-mailbox.js';
import type { SentCode } from './use-request-code.js';
import './demo-mailbox.css';

interface Props {
  sent: SentCode;
  onCode: (code: string) => void;
}

/** Shows, on a demo hub only, the mail that a real hub would have sent. */
export function DemoMailbox({ sent, onCode }: Props) {
  const t = useT();
  const mailbox = useDemoMailbox(sent.email);
  if (!mailbox.data) return null;
  const [latest] = mailbox.data;
  const newest = latest && latest.sentAt > (sent.lastMailAt ?? '') ? latest : undefined;
  const code = newest ? codeInMail(`${newest.subject}\n${newest.text}`) : null;
  return (
    <section className="demo-mailbox" aria-label={t('demo.mailbox')}>
      <p className="demo-mailbox-label">{t('demo.mailbox')}</p>
      <div aria-live="polite">
        {newest ? (
          <>
            <p className="demo-mailbox-subject">{newest.subject}</p>
            <p className="demo-mailbox-text">{newest.text}</p>
          </>
        ) : (
          <p>{t('demo.waiting')}</p>
        )}
      </div>
      {code && <Button onPress={() => onCode(code)}>{t('demo.useCode', { code })}</Button>}
    </section>
  );
}
