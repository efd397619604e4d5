import type { PendingMembership } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { Empty } from '../../../shared/ui/empty.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { Section } from '../section.js';
import { usePendingMemberships, useSettleMembership } from './use-pending.js';

export function MembershipList({ hub }: { hub: string }) {
  const t = useT();
  const pending = usePendingMemberships(hub);
  return (
    <Section title={t('people.memberships')} count={pending.data?.items.length}>
      <QueryView query={pending} placeholders={1}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty text={t('people.noMemberships')} />
          ) : (
            <ul className="stack">
              {items.map((membership) => (
                <MembershipCard key={membership.person.id + membership.organisation.id} membership={membership} />
              ))}
            </ul>
          )
        }
      </QueryView>
    </Section>
  );
}

function MembershipCard({ membership: { person, organisation } }: { membership: PendingMembership }) {
  const t = useT();
  const settle = useSettleMembership();
  const say = (isTrue: boolean) => settle.mutate({ person: person.id, organisation: organisation.id, isTrue });
  const names = { person: person.displayName, organisation: organisation.name };
  return (
    <li className="card stack">
      <p>{t('people.belongs', names)}</p>
      {settle.error && <ProblemNotice error={settle.error} />}
      <div className="button-row">
        <Button
          isPending={settle.isPending && settle.variables.isTrue}
          aria-label={t('people.belongsYes', names)}
          onPress={() => say(true)}
        >
          {t('people.confirm')}
        </Button>
        <Button
          isPending={settle.isPending && !settle.variables.isTrue}
          aria-label={t('people.belongsNo', names)}
          onPress={() => say(false)}
        >
          {t('people.remove')}
        </Button>
      </div>
    </li>
  );
}
