import { useState } from 'react';
import { useLocation } from 'wouter';
import { ApiProblem } from '../../../shared/api/problem.js';
import { useSignOut } from '../../../shared/auth/use-sign-out.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { CheckRow } from '../../../shared/ui/check-row.js';
import { Dialog } from '../../../shared/ui/dialog.js';
import { Notice } from '../../../shared/ui/notice.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
import { useEraseMe } from './use-erase-me.js';

/** Says what will happen and asks for a yes that nobody gives by accident. */
export function EraseDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const [, navigate] = useLocation();
  const [isSure, setSure] = useState(false);
  const erase = useEraseMe();
  return (
    <Dialog title={t('privacy.eraseAsk')} onClose={onClose} alert>
      <ul className="privacy-consequences">
        <li>{t('privacy.eraseBookings')}</li>
        <li>{t('privacy.erasePast')}</li>
        <li>{t('privacy.eraseFiles')}</li>
        <li>{t('privacy.eraseSignOut')}</li>
      </ul>
      <CheckRow isSelected={isSure} onChange={setSure}>
        {t('privacy.eraseSure')}
      </CheckRow>
      {erase.error && <Refusal error={erase.error} />}
      <div className="button-row">
        <Button
          tone="danger"
          isDisabled={!isSure}
          isPending={erase.isPending}
          onPress={() => erase.mutate(undefined, { onSuccess: () => navigate('/') })}
        >
          {t('privacy.eraseYes')}
        </Button>
        <Button onPress={onClose} autoFocus>
          {t('dialog.back')}
        </Button>
      </div>
    </Dialog>
  );
}

function Refusal({ error }: { error: Error }) {
  const t = useT();
  const code = error instanceof ApiProblem ? error.problem.code : undefined;
  if (code === 'person.has_role') return <Notice tone="error" title={t('privacy.hasRole')} />;
  return (
    <>
      <ProblemNotice error={error} />
      {code === 'auth.fresh_sign_in_required' && <SignInAgain />}
    </>
  );
}

function SignInAgain() {
  const t = useT();
  const [, navigate] = useLocation();
  const signOut = useSignOut();
  const again = () => signOut.mutate(undefined, { onSuccess: () => navigate('/sign-in?next=/account') });
  return (
    <Button onPress={again} isPending={signOut.isPending}>
      {t('privacy.signInAgain')}
    </Button>
  );
}
