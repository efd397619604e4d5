import { useT } from '../i18n/use-t.js';
import { Button } from '../ui/button.js';
import { demoResident, useDemoMailbox } from './use-demo-mailbox.js';
import './demo-mailbox.css';

const accounts = [
  { email: demoResident, label: 'demo.resident' },
  { email: 'staff@digikeskus.example', label: 'demo.staff' },
  { email: 'admin@digikeskus.example', label: 'demo.admin' },
] as const;

/** On a demo hub only: the people one may sign in as. */
export function DemoAccounts({ onPick }: { onPick: (email: string) => void }) {
  const t = useT();
  const mailbox = useDemoMailbox(demoResident);
  if (!mailbox.data) return null;
  return (
    <section className="demo-mailbox" aria-label={t('demo.title')}>
      <p className="demo-mailbox-label">{t('demo.title')}</p>
      <p>{t('demo.accounts')}</p>
      <div className="button-row">
        {accounts.map(({ email, label }) => (
          <Button key={email} onPress={() => onPick(email)}>
            {t(label)}
          </Button>
        ))}
      </div>
    </section>
  );
}
