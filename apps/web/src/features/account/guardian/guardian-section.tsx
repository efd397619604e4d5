import type { MyGuardianConsents } from '#libs/contracts';
import { useHubs, type HubSummary } from '../../../shared/api/use-hubs.js';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Pill, type PillTone } from '../../../shared/ui/pill.js';
import { AskGuardianForm } from './ask-guardian-form.js';
import { useGuardianConsent } from './use-guardian-consent.js';

type Consent = MyGuardianConsents['items'][number];

const tones: Record<Consent['state'], PillTone> = {
  asked: 'busy',
  expired: 'warning',
  consented: 'good',
  refused: 'warning',
  withdrawn: 'warning',
};

/** Where a guardian's consent stands and how to ask for it; there for those who need one alone. */
export default function GuardianSection() {
  const t = useT();
  const { data } = useGuardianConsent();
  const hubs = useHubs().data?.items ?? [];
  if (data === undefined || (!data.isUnderAge && data.items.length === 0)) return null;
  const isHeld = ({ slug }: HubSummary) => data.items.some(({ hub, state }) => hub === slug && state === 'consented');
  const open = hubs.filter((hub) => !isHeld(hub));
  return (
    <section className="card stack account-card" aria-labelledby="guardian-title">
      <h2 id="guardian-title">{t('guardian.title')}</h2>
      <p className="soft">{t('guardian.lead')}</p>
      {data.items.length > 0 && (
        <ul className="stack-tight">
          {data.items.map((consent) => (
            <ConsentRow key={consent.id} consent={consent} />
          ))}
        </ul>
      )}
      {open.length > 0 && <AskGuardianForm hubs={open} />}
    </section>
  );
}

function ConsentRow({ consent: { hubName, state, guardianEmail, guardianName, expiresAt } }: { consent: Consent }) {
  const t = useT();
  const { longDay } = useFormats('Europe/Helsinki');
  return (
    <li>
      <p>
        {hubName} <Pill tone={tones[state]}>{t(`guardianState.${state}`)}</Pill>
      </p>
      {state === 'asked' && guardianEmail !== null && expiresAt !== null && (
        <p className="soft">{t('guardian.askedFrom', { email: guardianEmail, day: longDay(expiresAt) })}</p>
      )}
      {state === 'consented' && guardianName !== null && (
        <p className="soft">{t('guardian.givenBy', { name: guardianName })}</p>
      )}
    </li>
  );
}
