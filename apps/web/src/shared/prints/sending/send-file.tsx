import type { PrintJob } from '#libs/contracts';
import { isProblem } from '../../api/problem.js';
import { useT } from '../../i18n/use-t.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { Progress } from '../../ui/progress.js';
import { FileChoice } from './file-choice.js';
import { useSendFile, type FilePlace } from './use-send-file.js';

/** Another file for a print: it is sent as soon as it is chosen. */
export function SendFile({ job, place }: { job: PrintJob; place: FilePlace }) {
  const t = useT();
  const send = useSendFile(job, place);
  const isLate = isProblem(send.error, 412);
  return (
    <>
      {isLate && <Notice tone="warning" title={t('review.changed')} />}
      {send.error && !isLate && <ProblemNotice error={send.error} />}
      {send.isPending ? (
        <>
          <Progress label={t('sendPrint.sending')} share={send.share} />
          <div>
            <Button onPress={send.stop}>{t('sendPrint.stop')}</Button>
          </div>
        </>
      ) : (
        <FileChoice file={null} error={undefined} onFile={(file) => send.mutate(file)} />
      )}
    </>
  );
}
