import type { PrintJob } from '#libs/contracts';
import { useHubZone } from '../../../shared/api/use-hubs.js';
import { useFormats } from '../../../shared/i18n/use-formats.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { useEndPickUp } from '../../../shared/prints/use-end-pick-up.js';
import { Button } from '../../../shared/ui/button.js';
import { Notice } from '../../../shared/ui/notice.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';

interface Props {
  job: PrintJob;
  pickUp: NonNullable<PrintJob['pickUp']>;
}

/** Where a finished part is and until when, and what became of it. */
export function PickUpNotice({ job, pickUp }: Props) {
  const t = useT();
  const formats = useFormats(useHubZone(job.hub));
  const end = useEndPickUp(job.id);
  if (pickUp.endedAs !== null) {
    return <p>{t(`pickUp.${pickUp.endedAs}`, { when: formats.dayTime(pickUp.endedAt ?? pickUp.disposeAt) })}</p>;
  }
  return (
    <Notice tone="good" live={false} title={t('pickUp.code', { code: pickUp.shelfCode })}>
      <p>{t('pickUp.until', { day: formats.longDay(pickUp.disposeAt) })}</p>
      {end.error && <ProblemNotice error={end.error} />}
      <Button isPending={end.isPending} onPress={() => end.mutate('collect')}>
        {t('pickUp.collect')}
      </Button>
    </Notice>
  );
}
