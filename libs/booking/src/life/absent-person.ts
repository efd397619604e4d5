import type { Viewer } from '#libs/people';

/** Somebody for whom a decision is made though he or she asks for nothing now, and has no session. */
export type AbsentPerson = Omit<Viewer, 'sessionId'>;

/** Reads an `AbsentPerson` from the row `a` of account. */
export const viewerSql = `
  jsonb_build_object('accountId', a.id, 'email', a.email, 'displayName', a.display_name, 'locale', a.locale,
    'roles', (SELECT coalesce(jsonb_agg(jsonb_build_object('role', role.role, 'hubId', role.hub_id, 'hub', home.slug)), '[]')
      FROM role_assignment role JOIN hub home ON home.id = role.hub_id WHERE role.account_id = a.id))`;

/** The person as the rules see people who ask for themselves. */
export function viewerOf(person: AbsentPerson): Viewer {
  return { ...person, sessionId: person.accountId };
}
