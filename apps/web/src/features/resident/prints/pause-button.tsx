import type { PrintJob } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
import { usePrintCommand } from './use-print-command.js';

/** Holds a print that runs, or lets it go on; nothing is lost by either, so nobody is asked twice. */
export function PauseButton({ job, command }: { job: PrintJob; command: 'pause' | 'resume' }) {
  const t = useT();
  const change = usePrintCommand(command);
  return (
    <div className="stack-tight">
      {change.error && <ProblemNotice error={change.error} />}
      <div>
        <Button isPending={change.isPending} onPress={() => change.mutate(job.id)}>
          {t(command === 'pause' ? 'print.pause' : 'print.resume')}
        </Button>
      </div>
    </div>
  );
}
