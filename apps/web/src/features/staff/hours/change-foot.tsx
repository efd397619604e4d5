import type { OpeningDay } from '#libs/contracts';
import { isProblem } from '../../../shared/api/problem.js';
import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
import { ChangeOutcome } from './change-outcome.js';
import type { HoursChange } from './use-opening.js';

interface Props {
  change: HoursChange;
  days: readonly OpeningDay[];
  hub: HubSummary;
  /** Out of the dialog: it is saved, or given up. */
  onClose: () => void;
}

/** The end of a dialog that changes the hours: what it would do, then the button that does it. */
export function ChangeFoot({ change: { preview, save, error, make, reload }, days, hub, onClose }: Props) {
  const t = useT();
  return (
    <>
      {error && <ProblemNotice error={error} timeZone={hub.timeZone} />}
      <div role="status" className="stack hours-outcome">
        {preview.data && !isProblem(error, 412) && <ChangeOutcome outcome={preview.data} days={days} hub={hub} />}
      </div>
      <div className="button-row">
        {isProblem(error, 412) ? (
          <Button
            tone="primary"
            onPress={() => {
              reload();
              onClose();
            }}
          >
            {t('staff.reload')}
          </Button>
        ) : preview.data ? (
          <Button tone="primary" isPending={save.isPending} onPress={() => make(onClose)}>
            {t('hours.save')}
          </Button>
        ) : (
          <Button type="submit" tone="primary" isPending={preview.isPending}>
            {t('hours.preview')}
          </Button>
        )}
        <Button onPress={onClose}>{t('dialog.back')}</Button>
      </div>
    </>
  );
}
