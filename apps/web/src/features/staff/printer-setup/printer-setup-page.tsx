import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Me } from '#libs/contracts';
import { useHubs, type HubSummary } from '../../../shared/api/use-hubs.js';
import { RequireSignIn } from '../../../shared/auth/require-sign-in.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button, ButtonLink } from '../../../shared/ui/button.js';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.js';
import { Notice } from '../../../shared/ui/notice.js';
import { Page } from '../../../shared/ui/page.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { useWriteNumber } from '../numbers/use-write-number.js';
import { administeredHubs } from '../staff-hub.js';
import { draftOf, newDraft } from './setup-draft.js';
import { SetupForm } from './setup-form.js';
import { useBridges, usePrinterSetup, useSetUpPrinter, useTakeOffPrinter } from './use-printer-setup.js';
import './printer-setup.css';

/** Adds a printer to a bridge, or changes how it is reached; for administrators. */
export default function PrinterSetupPage({ slug }: { slug?: string }) {
  const t = useT();
  return (
    <Page
      title={t(slug === undefined ? 'setup.add' : 'setup.changeTitle')}
      aside={
        <ButtonLink href={slug === undefined ? '/staff' : `/staff/printers/${slug}`}>{t('dialog.back')}</ButtonLink>
      }
    >
      <RequireSignIn reason={t('staff.signInReason')}>
        {(me) => <InOwnHub me={me} {...(slug !== undefined && { slug })} />}
      </RequireSignIn>
    </Page>
  );
}

function InOwnHub({ me, slug }: { me: Me; slug?: string }) {
  const t = useT();
  const hubs = useHubs();
  return (
    <QueryView query={hubs}>
      {({ items }) => {
        const [hub] = administeredHubs(me, items);
        if (hub === undefined) return <Notice tone="warning" title={t('setup.notAdmin')} />;
        return slug === undefined ? <NewPrinter hub={hub} /> : <KnownPrinter hub={hub} slug={slug} />;
      }}
    </QueryView>
  );
}

function NewPrinter({ hub }: { hub: HubSummary }) {
  const t = useT();
  const [, goTo] = useLocation();
  const bridges = useBridges(hub.slug);
  const write = useWriteNumber();
  const save = useSetUpPrinter(hub.slug);
  return (
    <QueryView query={bridges}>
      {({ items }) =>
        items[0] === undefined ? (
          <Notice tone="warning" title={t('setup.noBridge')}>
            <ButtonLink href="/staff/devices">{t('devices.title')}</ButtonLink>
          </Notice>
        ) : (
          <SetupForm
            initial={newDraft(items[0].slug, write)}
            bridges={items}
            isNew
            hasSecrets={false}
            isPending={save.isPending}
            error={save.error}
            onSave={(change) => save.mutate(change, { onSuccess: () => goTo(`/staff/printers/${change.slug}`) })}
          />
        )
      }
    </QueryView>
  );
}

function KnownPrinter({ hub, slug }: { hub: HubSummary; slug: string }) {
  const [, goTo] = useLocation();
  const bridges = useBridges(hub.slug);
  const write = useWriteNumber();
  const setup = usePrinterSetup(slug);
  const save = useSetUpPrinter(hub.slug);
  const toPrinter = () => goTo(`/staff/printers/${slug}`);
  return (
    <QueryView query={bridges}>
      {({ items }) => (
        <QueryView query={setup}>
          {(known) => (
            <div className="stack">
              <SetupForm
                initial={draftOf(slug, known, write)}
                bridges={items}
                isNew={false}
                hasSecrets={known.hasSecrets}
                isPending={save.isPending}
                error={save.error}
                onSave={(change) => save.mutate(change, { onSuccess: toPrinter })}
              />
              {known.connection && <TakeOff hub={hub.slug} slug={slug} onDone={toPrinter} />}
            </div>
          )}
        </QueryView>
      )}
    </QueryView>
  );
}

function TakeOff({ hub, slug, onDone }: { hub: string; slug: string; onDone: () => void }) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const takeOff = useTakeOffPrinter(hub);
  return (
    <div>
      <Button onPress={() => setAsking(true)}>{t('setup.takeOff')}</Button>
      {asking && (
        <ConfirmDialog
          title={t('setup.takeOffTitle')}
          action={t('setup.takeOff')}
          danger
          isPending={takeOff.isPending}
          error={takeOff.error}
          onConfirm={() => takeOff.mutate(slug, { onSuccess: onDone })}
          onClose={() => setAsking(false)}
        >
          <p>{t('setup.takeOffText')}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}
