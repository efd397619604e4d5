import { useLocation } from 'wouter';
import { useSignOut } from '../../../shared/auth/use-sign-out.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';

export function SignOutButton() {
  const t = useT();
  const [, navigate] = useLocation();
  const signOut = useSignOut();
  return (
    <Button onPress={() => signOut.mutate(undefined, { onSuccess: () => navigate('/') })} isPending={signOut.isPending}>
      {t('account.signOut')}
    </Button>
  );
}
