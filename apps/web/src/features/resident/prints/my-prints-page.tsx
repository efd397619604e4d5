import { Link } from 'wouter';
import type { PrintJob } from '#libs/contracts';
import { useHubZone } from '../../../shared/api/use-hubs.js';
import { useLive } from '../../../shared/api/use-live.js';
import { RequireSignIn } from '../../../shared/auth/require-sign-in.js';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { PrintStatePill } from '../../../shared/prints/print-state-pill.js';
import { PrintingProgress } from '../../../shared/prints/printing-progress.js';
import { Thumbnail } from '../../../shared/prints/thumbnail.js';
import { ButtonLink } from '../../../shared/ui/button.js';
import { Empty } from '../../../shared/ui/empty.js';
import { Page } from '../../../shared/ui/page.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import { useMyPrints } from './use-my-prints.js';
import './prints.css';

export default function MyPrintsPage() {
  const t = useT();
  return (
    <Page
      title={t('prints.title')}
      aside={
        <ButtonLink href="/prints/new" tone="primary">
          {t('home.sendPrint')}
        </ButtonLink>
      }
    >
      <RequireSignIn reason={t('prints.signInReason')}>{() => <MyPrints />}</RequireSignIn>
    </Page>
  );
}

function MyPrints() {
  const t = useT();
  const prints = useMyPrints();
  useLive(['queue', 'printers']);
  return (
    <QueryView query={prints}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty text={t('prints.none')} />
        ) : (
          <ul className="stack">
            {items.map((job) => (
              <PrintCard key={job.id} job={job} />
            ))}
          </ul>
        )
      }
    </QueryView>
  );
}

function PrintCard({ job }: { job: PrintJob }) {
  const t = useT();
  const formats = useFormats(useHubZone(job.hub));
  return (
    <li className="card print-card">
      <Thumbnail job={job} />
      <div className="stack-tight print-card-text">
        <h2>
          <Link href={`/prints/${job.id}`}>{job.fileName}</Link>
        </h2>
        <div>
          <PrintStatePill state={job.status} />
        </div>
        {job.status === 'printing' && job.progress !== null && (
          <PrintingProgress
            label={t('print.progress')}
            labelHidden
            share={job.progress}
            endsAt={job.estimate?.endsAt ?? null}
          />
        )}
        {job.pickUp?.endedAs === null && <p>{t('pickUp.code', { code: job.pickUp.shelfCode })}</p>}
        <p className="soft">{t('prints.sentAt', { when: formats.dayTime(job.createdAt) })}</p>
      </div>
    </li>
  );
}
