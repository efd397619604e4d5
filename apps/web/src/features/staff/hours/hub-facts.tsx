import { useState } from 'react';
import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { isLocale } from '../../../shared/i18n/locale.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { Facts } from '../../../shared/ui/facts.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { useSetUpHub } from '../resources/use-set-up-hub.js';
import { Section } from '../section.js';
import { HubFactsDialog } from './hub-facts-dialog.js';
import { useCountryName } from './use-country-name.js';

interface Props {
  hub: HubSummary;
  mayChange: boolean;
}

/** What the hub is called and where it is; its holidays and its clock come from there. */
export function HubFacts({ hub, mayChange }: Props) {
  const t = useT();
  const countryName = useCountryName();
  const query = useSetUpHub(hub.slug);
  const [isChanging, setIsChanging] = useState(false);
  return (
    <Section title={t('hubFacts.title')}>
      <QueryView query={query} placeholders={1}>
        {({ hub: facts }) => (
          <div className="card stack">
            <Facts
              facts={[
                { label: t('hubFacts.name'), value: facts.name },
                { label: t('hubFacts.address'), value: facts.address },
                { label: t('hubFacts.country'), value: countryName(facts.country) },
                { label: t('hubFacts.timeZone'), value: facts.timeZone },
                {
                  label: t('hubFacts.languages'),
                  value: facts.languages
                    .filter(isLocale)
                    .map((locale) => t(`language.${locale}`))
                    .join(', '),
                },
              ]}
            />
            {mayChange && (
              <div>
                <Button onPress={() => setIsChanging(true)}>{t('hubFacts.change')}</Button>
              </div>
            )}
            {isChanging && <HubFactsDialog facts={facts} onClose={() => setIsChanging(false)} />}
          </div>
        )}
      </QueryView>
    </Section>
  );
}
