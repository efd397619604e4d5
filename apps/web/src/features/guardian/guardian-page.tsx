import { useEffect, useRef, useState } from 'react';
import { isProblem } from '../../shared/api/problem.js';
import { useT } from '../../shared/i18n/use-t.js';
import { Notice } from '../../shared/ui/notice.js';
import { Page } from '../../shared/ui/page.js';
import { QueryView } from '../../shared/ui/query-view.js';
import { AnswerForm } from './answer-form.js';
import { useGuardianQuestion } from './use-guardian-link.js';
import { WithdrawForm } from './withdraw-form.js';
import './guardian.css';

export type Answer = 'consented' | 'refused' | 'withdrawn';

/** Where the link of a guardian's mail leads: to answer, or afterwards to withdraw. Nobody signs in. */
export default function GuardianPage({ token }: { token: string }) {
  const t = useT();
  const question = useGuardianQuestion(token);
  const [answer, setAnswer] = useState<Answer | null>(null);
  return (
    <Page title={t('guardian.title')}>
      <section className="card stack guardian-card" aria-label={t('guardian.title')}>
        {answer ? (
          <Done answer={answer} />
        ) : isProblem(question.error, 404) ? (
          <Notice tone="error" title={t('guardian.linkDead')}>
            <p>{t('guardian.linkDeadText')}</p>
          </Notice>
        ) : (
          <QueryView query={question} placeholders={2}>
            {(asked) =>
              asked.purpose === 'answer' ? (
                <AnswerForm token={token} question={asked} onAnswer={setAnswer} />
              ) : (
                <WithdrawForm token={token} question={asked} onWithdrawn={() => setAnswer('withdrawn')} />
              )
            }
          </QueryView>
        )}
      </section>
    </Page>
  );
}

function Done({ answer }: { answer: Answer }) {
  const t = useT();
  const place = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone: the focus goes to what came of it.
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} tabIndex={-1} className="guardian-done">
      <Notice tone="good" title={t(`guardian.${answer}`)}>
        <p>{t(`guardian.${answer}Text`)}</p>
      </Notice>
    </div>
  );
}
