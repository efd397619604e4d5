import { Link } from 'wouter';
import type { Policy } from '#libs/contracts';
import { useT } from '../../../../shared/i18n/use-t.js';
import { Notice } from '../../../../shared/ui/notice.js';
import { bookingNeeds, type BookingNeed } from './rule-facts.js';

/** What somebody may have to see to before choosing a time. */
export function BookingNeeds({ policy }: { policy: Policy }) {
  const needs = bookingNeeds(policy);
  if (needs.length === 0) return null;
  return (
    <Notice tone="info" live={false}>
      {needs.map((need) => (
        <Need key={need.kind} need={need} />
      ))}
    </Notice>
  );
}

function Need({ need }: { need: BookingNeed }) {
  const t = useT();
  if (need.kind === 'staff') return <p>{t('bookingNeed.staff')}</p>;
  if (need.kind === 'induction') return <p>{t('bookingNeed.induction', { name: need.name })}</p>;
  return (
    <p>
      {t('bookingNeed.age', { years: need.years })} <Link href="/account">{t('bookingNeed.askGuardian')}</Link>
    </p>
  );
}
