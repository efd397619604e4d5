import type { GuardianQuestion } from '#libs/contracts';
import { useT } from '../../shared/i18n/use-t.js';
import { Button } from '../../shared/ui/button.js';
import { ProblemNotice } from '../../shared/ui/problem-notice.js';
import { useAnswerGuardianQuestion } from './use-guardian-link.js';

interface Props {
  token: string;
  question: GuardianQuestion;
  onWithdrawn: () => void;
}

/** Takes a consent back. */
export function WithdrawForm({ token, question: { childName, hubName }, onWithdrawn }: Props) {
  const t = useT();
  const answer = useAnswerGuardianQuestion(token);
  return (
    <>
      <p>
        {childName === null
          ? t('guardian.withdrawAskSomebody', { hub: hubName })
          : t('guardian.withdrawAsk', { child: childName, hub: hubName })}
      </p>
      <p>{t('guardian.withdrawWhat')}</p>
      {answer.error && <ProblemNotice error={answer.error} />}
      <div>
        <Button
          tone="danger"
          isPending={answer.isPending}
          onPress={() => answer.mutate(null, { onSuccess: onWithdrawn })}
        >
          {t('guardian.withdraw')}
        </Button>
      </div>
    </>
  );
}
