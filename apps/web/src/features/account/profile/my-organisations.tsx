import { useState } from 'react';
import type { Profile } from '#libs/contracts';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { Pill } from '../../../shared/ui/pill.js';
import { ProblemNotice } from '../../../shared/ui/problem-notice.js';
import { FindOrganisation } from './find-organisation.js';
import { useLeaveOrganisation } from './use-profile.js';

/** Where one belongs, and a way to say so or not any more. */
export function MyOrganisations({ organisations }: { organisations: Profile['organisations'] }) {
  const t = useT();
  const leave = useLeaveOrganisation();
  const [left, setLeft] = useState(0);
  return (
    <>
      <p className="soft">{organisations.length === 0 ? t('organisations.none') : t('organisations.lead')}</p>
      {organisations.length > 0 && (
        <ul className="organisations">
          {organisations.map(({ id, name, kind, isConfirmed }) => (
            <li key={id} className="organisation">
              <div>
                <p className="organisation-name">{name}</p>
                <p>
                  {t(`organisationKind.${kind}`)}{' '}
                  <Pill tone={isConfirmed ? 'good' : 'neutral'}>
                    {t(isConfirmed ? 'organisations.confirmed' : 'organisations.pending')}
                  </Pill>
                </p>
              </div>
              <Button
                aria-label={t('organisations.leaveOf', { name })}
                isPending={leave.isPending && leave.variables === id}
                onPress={() => leave.mutate(id, { onSuccess: () => setLeft(left + 1) })}
              >
                {t('organisations.leave')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {leave.error && <ProblemNotice error={leave.error} />}
      <FindOrganisation key={left} known={organisations.map(({ id }) => id)} />
    </>
  );
}
