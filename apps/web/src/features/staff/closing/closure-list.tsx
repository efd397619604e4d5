import type { Closure } from '#libs/contracts';
import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { Empty } from '../../../shared/ui/empty.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { Section } from '../section.js';
import { useClosures, useLiftClosure } from './use-closing.js';

export function ClosureList({ hub }: { hub: HubSummary }) {
  const t = useT();
  const closures = useClosures(hub.slug);
  return (
    <Section title={t('closing.closures')} count={closures.data?.items.length}>
      <QueryView query={closures}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty text={t('closing.none')} />
          ) : (
            <ul className="stack-tight">
              {items.map((closure) => (
                <ClosureRow key={closure.id} closure={closure} hub={hub} />
              ))}
            </ul>
          )
        }
      </QueryView>
    </Section>
  );
}

function ClosureRow({ closure, hub }: { closure: Closure; hub: HubSummary }) {
  const t = useT();
  const formats = useFormats(hub.timeZone);
  const lift = useLiftClosure(hub.slug);
  const when = t('closing.fromTo', { from: formats.dayTime(closure.from), to: formats.dayTime(closure.to) });
  return (
    <li className="card stack-tight">
      <h3>{closure.reason}</h3>
      <p className="numeric">{when}</p>
      {lift.error && <ProblemNotice error={lift.error} />}
      <div>
        <Button isPending={lift.isPending} onPress={() => lift.mutate(closure.id)}>
          {t('closing.lift')}
          <span className="visually-hidden">{closure.reason}</span>
        </Button>
      </div>
    </li>
  );
}
