import { useState } from 'react';
import type { Person } from '#libs/contracts';
import type { HubSummary } from '../../../shared/api/use-hubs.js';
import { useT } from '../../../shared/i18n/use-t.js';
import { Button } from '../../../shared/ui/button.js';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.js';
import { Pill } from '../../../shared/ui/pill.js';
import { Section } from '../section.js';
import { useAdministers } from '../use-administers.js';
import { useChangePerson } from './use-person.js';

const roles = ['staff', 'admin'] as const;
type Role = (typeof roles)[number];

interface Props {
  id: string;
  held: Person['roles'];
  hub: HubSummary;
}

/** What somebody may do in the hub: staff see it, its administrator gives it and takes it. */
export function PersonRoles({ id, held, hub }: Props) {
  const t = useT();
  const mayChange = useAdministers(hub);
  const [asking, setAsking] = useState<Role | null>(null);
  const change = useChangePerson(id);
  const has = (role: Role) => held.some((each) => each.role === role && each.hub === hub.slug);
  const takes = asking !== null && has(asking);
  const ask = (role: Role) => {
    change.reset();
    setAsking(role);
  };
  return (
    <Section title={t('person.roles')}>
      <ul className="stack">
        {roles.map((role) => (
          <li key={role} className="spread">
            <div className="stack-tight">
              <p>
                <strong>{t(`person.role.${role}`)}</strong>{' '}
                {has(role) && <Pill tone="good">{t('person.roleHeld')}</Pill>}
              </p>
              <p className="soft">{t(`person.roleMeans.${role}`)}</p>
            </div>
            {mayChange && (
              <Button tone={has(role) ? 'danger' : 'plain'} onPress={() => ask(role)}>
                {t(has(role) ? 'person.takeRole' : 'person.giveRole')}
                <span className="visually-hidden"> {t(`person.role.${role}`)}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {asking && (
        <ConfirmDialog
          title={t(takes ? 'person.takeTitle' : 'person.giveTitle', { role: t(`person.role.${asking}`) })}
          action={t(takes ? 'person.takeRole' : 'person.giveRole')}
          danger={takes}
          isPending={change.isPending}
          error={change.error}
          onConfirm={() =>
            change.mutate(
              { kind: takes ? 'take-role' : 'give-role', hub: hub.slug, role: asking },
              { onSuccess: () => setAsking(null) },
            )
          }
          onClose={() => setAsking(null)}
        >
          <p>{t(takes ? 'person.takeMeans' : `person.roleMeans.${asking}`)}</p>
        </ConfirmDialog>
      )}
    </Section>
  );
}
