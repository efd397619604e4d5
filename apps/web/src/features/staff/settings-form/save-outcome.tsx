import { isProblem } from '../../../shared/api/problem.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { Notice } from '../../../shared/ui/notice.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';

interface Props {
  save: { error: Error | null; isSuccess: boolean };
  savedText: string;
  /** Takes what holds now in the place of what was typed. */
  onReload: () => void;
}

/** Saved, refused, or changed by somebody else meanwhile. */
export function SaveOutcome({ save, savedText, onReload }: Props) {
  const t = useT();
  if (save.error === null) return save.isSuccess ? <Notice tone="good" title={savedText} /> : null;
  return (
    <>
      <ProblemNotice error={save.error} />
      {isProblem(save.error, 412) && (
        <div>
          <Button onPress={onReload}>{t('staff.reload')}</Button>
        </div>
      )}
    </>
  );
}
