import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Booking } from '#libs/contracts';
import { newIdempotencyKey } from '../../../shared/api/client.js';
import { useMe } from '../../../shared/api/use-me.js';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button, ButtonLink } from '../../../shared/ui/button.js';
import { Dialog } from '../../../shared/ui/dialog.js';
import { Notice } from '../../../shared/ui/notice.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { useWalkUp, useWalkUpCheck } from './use-walk-up.js';

export interface FreeThing {
  hub: string;
  /** Its slug. */
  resource: string;
  name: string;
  timeZone: string;
}

interface Props extends FreeThing {
  /** Where it is the one thing to do. */
  large?: boolean;
  onUsed?: (booking: Booking) => void;
}

/** One tap and a yes: what one stands before is in use. */
export function UseAtOnce(props: Props) {
  const t = useT();
  const me = useMe();
  const [location] = useLocation();
  const [asking, setAsking] = useState(false);
  const next = encodeURIComponent(location + window.location.search);
  return (
    <>
      {me.data ? (
        <Button tone="primary" large={props.large ?? false} onPress={() => setAsking(true)}>
          {t('useNow.action')}
          <span className="visually-hidden">{props.name}</span>
        </Button>
      ) : (
        <ButtonLink href={`/sign-in?next=${next}`} tone="primary" large={props.large ?? false}>
          {t('useNow.signIn')}
        </ButtonLink>
      )}
      {asking && <UseDialog {...props} onClose={() => setAsking(false)} />}
    </>
  );
}

/** What somebody has just begun to use, told where the button was. */
export function InUse({ booking, timeZone }: { booking: Booking; timeZone: string }) {
  const t = useT();
  const formats = useFormats(timeZone);
  const name = booking.resources.map((resource) => resource.name).join(', ');
  return <Notice tone="good" title={t('useNow.done', { name, when: formats.until(booking.endsAt) })} />;
}

function UseDialog({ hub, resource, name, timeZone, onUsed, onClose }: Props & { onClose: () => void }) {
  const t = useT();
  const formats = useFormats(timeZone);
  const check = useWalkUpCheck(hub, resource);
  const use = useWalkUp(hub, resource);
  const [key] = useState(newIdempotencyKey);
  const confirm = () =>
    use.mutate(key, {
      onSuccess: (booking) => {
        onUsed?.(booking);
        onClose();
      },
    });
  return (
    <Dialog title={t('useNow.title', { name })} onClose={onClose} alert>
      <QueryView query={check}>
        {({ endsAt, reasons }) =>
          endsAt === null ? (
            <Notice tone="warning" title={t('useNow.refused')}>
              <ul>
                {reasons.map(({ code, text }) => (
                  <li key={code}>{text}</li>
                ))}
              </ul>
            </Notice>
          ) : (
            <p>{t('useNow.until', { when: formats.until(endsAt) })}</p>
          )
        }
      </QueryView>
      {use.error && <ProblemNotice error={use.error} />}
      <div className="button-row">
        {check.data?.allowed && (
          <Button tone="primary" onPress={confirm} isPending={use.isPending}>
            {t('useNow.yes')}
          </Button>
        )}
        <Button onPress={onClose}>{t('dialog.back')}</Button>
      </div>
    </Dialog>
  );
}
