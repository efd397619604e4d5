import { useSearchParams } from 'wouter';
import { useHubs } from '../../../shared/api/use-hubs.js';
import { RequireSignIn } from '../../../shared/auth/require-sign-in.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Empty } from '../../../shared/ui/empty.js';
import { Page } from '../../../shared/ui/page.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { Together } from '../../../shared/ui/together.js';
import { AllowanceNotice } from './allowance-notice.js';
import { SendPrintForm } from './send-print-form.js';
import { useAllowance } from './use-allowance.js';
import './prints.css';

export default function SendPrintPage() {
  const t = useT();
  const hubs = useHubs();
  const [search] = useSearchParams();
  return (
    <Page title={t('sendPrint.title')} lead={t('sendPrint.lead')}>
      <RequireSignIn reason={t('sendPrint.signInReason')}>
        {() => (
          <QueryView query={hubs}>
            {({ items }) => {
              const hub = items.find(({ slug }) => slug === search.get('hub')) ?? items[0];
              return hub ? <Sending hub={hub.slug} /> : <Empty text={t('home.noHubs')} />;
            }}
          </QueryView>
        )}
      </RequireSignIn>
    </Page>
  );
}

function Sending({ hub }: { hub: string }) {
  const allowance = useAllowance(hub);
  return (
    <Together queries={[allowance]}>
      {allowance.data && <AllowanceNotice allowance={allowance.data} />}
      <SendPrintForm hub={hub} />
    </Together>
  );
}
