import { useState } from 'react';
import type { SetUpHub, SetUpResource } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { ChoiceGroup } from '../../../shared/ui/choice-group.js';
import { Dialog } from '../../../shared/ui/dialog.js';
import { Notice } from '../../../shared/ui/notice.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { BookingLines } from './booking-lines.js';
import { InUseNotice } from './in-use-notice.js';
import { useInLanguage } from './use-in-language.js';
import { useChangeSetUp, useComingBookings } from './use-set-up-hub.js';

interface Props {
  resource: SetUpResource;
  hub: SetUpHub['hub'];
  onClose: () => void;
}

/** Offered no more, or gone: what is still booked of it is shown first. */
export function RemoveResourceDialog({ resource, hub, onClose }: Props) {
  const t = useT();
  const read = useInLanguage();
  const [way, setWay] = useState('retire');
  const coming = useComingBookings(hub.slug, resource.slug);
  const change = useChangeSetUp(hub.slug);
  const { slug } = resource;
  const remove = () =>
    change.mutate(
      way === 'retire' ? { kind: 'resource', slug, change: { retired: true } } : { kind: 'delete-resource', slug },
      { onSuccess: onClose },
    );
  return (
    <Dialog title={t('things.removeTitle', { name: read(resource.name) })} onClose={onClose} alert>
      <QueryView query={coming} placeholders={1}>
        {({ items }) =>
          items.length === 0 ? (
            <Notice tone="good" title={t('things.nothingBooked')} live={false} />
          ) : (
            <Notice tone="warning" title={t('things.stillBooked', { count: items.length })} live={false}>
              <BookingLines bookings={items} timeZone={hub.timeZone} />
            </Notice>
          )
        }
      </QueryView>
      <ChoiceGroup
        label={t('things.removeHow')}
        value={way}
        choices={[
          { value: 'retire', content: t('things.retire') },
          { value: 'delete', content: t('things.delete') },
        ]}
        onChange={(value) => {
          change.reset();
          setWay(value);
        }}
      />
      <p className="soft">{t(way === 'retire' ? 'things.retireMeans' : 'things.deleteMeans')}</p>
      <InUseNotice error={change.error} inUse={t('things.notDeleted')} timeZone={hub.timeZone} />
      <div className="button-row">
        <Button tone="danger" onPress={remove} isPending={change.isPending}>
          {t(way === 'retire' ? 'things.retire' : 'things.delete')}
        </Button>
        <Button onPress={onClose}>{t('dialog.back')}</Button>
      </div>
    </Dialog>
  );
}
