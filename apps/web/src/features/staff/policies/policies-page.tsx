import { useLocation } from 'wouter';
import type { InductionKindRule, PolicyLayerList } from '#libs/contracts';
import { useHub } from '../../../shared/api/use-hub.js';
import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { useResources } from '../../../shared/api/use-resources.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { ButtonLink } from '../../../shared/ui/button.js';
import { Notice } from '../../../shared/ui/notice.js';
import { Page } from '../../../shared/ui/page.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { InStaffHub } from '../in-staff-hub.js';
import { useAdministers } from '../use-administers.js';
import { InductionSection } from './induction-section.js';
import { LevelRules, type LevelAddress } from './level-rules.js';
import { policyScopes } from './policy-scopes.js';
import { useInductionRules } from './use-induction-rules.js';
import { usePolicyLayers } from './use-policies.js';
import '../staff.css';
import './policies.css';

interface Props {
  /** Of the level, as the address has them. */
  scope?: string | undefined;
  target?: string | undefined;
}

/** By which rules the hub lets people book: staff read them, its administrator changes them. */
export default function PoliciesPage({ scope, target }: Props) {
  const t = useT();
  const known = policyScopes.find((each) => each === scope);
  const address = known && target !== undefined ? { scope: known, target } : undefined;
  return (
    <Page
      title={t('policies.title')}
      lead={t('policies.lead')}
      aside={<ButtonLink href="/staff">{t('plan.toShift')}</ButtonLink>}
    >
      <InStaffHub>{(hub) => <Policies hub={hub} address={address} />}</InStaffHub>
    </Page>
  );
}

function Policies({ hub, address }: { hub: HubSummary; address: LevelAddress | undefined }) {
  const t = useT();
  const [, navigate] = useLocation();
  const mayChange = useAdministers(hub);
  const layers = usePolicyLayers(hub.slug);
  const details = useHub(hub.slug);
  const resources = useResources(hub.slug);
  const kinds = useInductionRules(hub.slug);
  return (
    <>
      {!mayChange && <Notice tone="info" title={t('rules.onlyAdmin')} live={false} />}
      <QueryView query={details}>
        {(place) => (
          <QueryView query={resources}>
            {({ items }) => (
              <QueryView query={layers}>
                {(list) => (
                  <QueryView query={kinds}>
                    {({ items: rules }) => {
                      const known = knownKinds(list, rules);
                      return (
                        <>
                          <LevelRules
                            {...{ hub, list, mayChange, address }}
                            places={{ hub: place, resources: items }}
                            kinds={known.map(({ kind }) => kind)}
                            onLevel={(to) => navigate(`/staff/rules/${to.scope}/${to.target}`, { replace: true })}
                            reload={() => layers.refetch()}
                          />
                          <InductionSection hub={hub.slug} rules={known} mayChange={mayChange} />
                        </>
                      );
                    }}
                  </QueryView>
                )}
              </QueryView>
            )}
          </QueryView>
        )}
      </QueryView>
    </>
  );
}

/** Those that were granted or that something is said about, and those that a rule asks for. */
function knownKinds({ items }: PolicyLayerList, rules: readonly InductionKindRule[]): InductionKindRule[] {
  const asked = items.flatMap(({ overrides }) => overrides.inductionKind ?? []);
  const missing = [...new Set(asked)].filter((kind) => !rules.some((rule) => rule.kind === kind));
  return [...rules, ...missing.map((kind) => ({ kind, lapsesAfterDays: null, version: 0 }))].toSorted((a, b) =>
    a.kind.localeCompare(b.kind),
  );
}
