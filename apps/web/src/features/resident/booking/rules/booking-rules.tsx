import type { Policy } from '#libs/contracts';
import { useT } from '../../../../shared/i18n/use-t.js';
import { ruleFacts } from './rule-facts.js';
import { useRuleSentence } from './use-rule-sentence.js';
import './booking-rules.css';

/** The rules of booking in plain sentences. */
export function BookingRules({ policy }: { policy: Policy }) {
  const t = useT();
  const sentence = useRuleSentence();
  const facts = ruleFacts(policy);
  if (facts.length === 0) return null;
  return (
    <section className="booking-rules stack" aria-labelledby="booking-rules">
      <h2 id="booking-rules">{t('bookingRule.title')}</h2>
      <ul>
        {facts.map((fact) => (
          <li key={fact.kind}>{sentence(fact)}</li>
        ))}
      </ul>
    </section>
  );
}
