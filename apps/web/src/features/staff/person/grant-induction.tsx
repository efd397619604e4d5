import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { AddText } from './add-text.js';
import { useChangePerson } from './use-person.js';

/** Notes that somebody was shown how to use something. */
export function GrantInduction({ personId, hub }: { personId: string; hub: HubSummary }) {
  const t = useT();
  const change = useChangePerson(personId);
  return (
    <AddText
      label={t('person.grantKind')}
      hint={t('person.grantHint')}
      action={t('person.grant')}
      maxLength={60}
      isPending={change.isPending}
      error={change.error}
      onAdd={(kind, onSuccess) =>
        change.mutate(
          { kind: 'grant', hub: hub.slug, body: { person: personId, kind: kind.toLowerCase() } },
          { onSuccess },
        )
      }
    />
  );
}
