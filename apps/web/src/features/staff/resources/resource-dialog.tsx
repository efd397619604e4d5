import { useState } from 'react';
import type { SetUpHub, SetUpResource } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { FormDialog } from '../../../shared/ui/form-dialog.js';
import { InUseNotice } from './in-use-notice.js';
import { changeOf, newResource, newResourceOf, resourceDraftOf } from './resource-draft.js';
import { ResourceFields } from './resource-fields.js';
import { useChangeSetUp, type SetUpChange } from './use-set-up-hub.js';

interface Props {
  setUp: SetUpHub;
  /** The one to be changed; undefined for a new one. */
  resource?: SetUpResource;
  onClose: () => void;
}

/** A thing with everything that is said of it. */
export function ResourceDialog({ setUp, resource, onClose }: Props) {
  const t = useT();
  const [draft, setDraft] = useState(() =>
    resource ? resourceDraftOf(resource) : newResource('computer', nextPlace(setUp)),
  );
  const change = useChangeSetUp(setUp.hub.slug);
  const set = (part: Partial<typeof draft>) => {
    change.reset();
    setDraft({ ...draft, ...part });
  };
  const typed = (): SetUpChange | undefined => {
    if (resource) {
      const changed = changeOf(draft, resource);
      return changed && { kind: 'resource', slug: resource.slug, change: changed };
    }
    const added = newResourceOf(draft);
    return added && { kind: 'add-resource', resource: added };
  };
  return (
    <FormDialog
      title={resource ? t('things.changeTitle') : t('things.add')}
      action={t('things.save')}
      isPending={change.isPending}
      error={null}
      onSubmit={() => {
        const wanted = typed();
        if (wanted) change.mutate(wanted, { onSuccess: onClose });
      }}
      onClose={onClose}
    >
      <ResourceFields draft={draft} set={set} setUp={setUp} resource={resource} />
      <InUseNotice error={change.error} inUse={t('things.notMoved')} timeZone={setUp.hub.timeZone} />
    </FormDialog>
  );
}

/** Behind all the others. */
function nextPlace({ resources }: SetUpHub): number {
  return Math.max(0, ...resources.map(({ position }) => position)) + 1;
}
