import type { ExportSection } from '#libs/platform';
import {
  ageGroupWords,
  guardianStateWords,
  localeWords,
  organisationKindWords,
  readKindWords,
  roleWords,
  staffTopicWords,
} from './people-words.js';

const id = { fi: 'Tunniste', sv: 'Identifierare', en: 'Identifier' };
const hub = { fi: 'Digikeskus', sv: 'Digihubb', en: 'Hub' };
const at = { fi: 'Aika', sv: 'Tid', en: 'Time' };
const createdAt = { fi: 'Luotu', sv: 'Skapad', en: 'Created' };
const lastUsedAt = { fi: 'Käytetty viimeksi', sv: 'Senast använd', en: 'Last used' };

/** What people get of their account: each section by the statement that reads it, `$1` being the account. */
export const peopleSections: readonly (Omit<ExportSection, 'rows'> & { sql: string })[] = [
  {
    name: 'account',
    title: { fi: 'Tunnuksesi', sv: 'Ditt konto', en: 'Your account' },
    labels: {
      id,
      email: { fi: 'Sähköposti', sv: 'E-post', en: 'E-mail' },
      displayName: { fi: 'Nimi', sv: 'Namn', en: 'Name' },
      phone: { fi: 'Puhelin', sv: 'Telefon', en: 'Phone' },
      municipality: { fi: 'Kotikunta', sv: 'Hemkommun', en: 'Home municipality' },
      ageGroup: { fi: 'Ikäryhmä', sv: 'Åldersgrupp', en: 'Age group' },
      birthDate: { fi: 'Syntymäaika', sv: 'Födelsedatum', en: 'Date of birth' },
      locale: { fi: 'Kieli', sv: 'Språk', en: 'Language' },
      reminders: { fi: 'Muistutukset', sv: 'Påminnelser', en: 'Reminders' },
      roles: { fi: 'Roolit', sv: 'Roller', en: 'Roles' },
      role: { fi: 'Rooli', sv: 'Roll', en: 'Role' },
      hub,
      createdAt,
      lastActiveAt: lastUsedAt,
    },
    words: { locale: localeWords, ageGroup: ageGroupWords, role: roleWords },
    sql: `
      SELECT id, email, display_name AS "displayName", phone, municipality, age_group AS "ageGroup",
        birth_date::text AS "birthDate", locale, reminders,
        coalesce((SELECT jsonb_agg(jsonb_build_object('role', r.role, 'hub', h.name) ORDER BY h.name, r.role)
          FROM role_assignment r JOIN hub h ON h.id = r.hub_id WHERE r.account_id = a.id), '[]') AS roles,
        created_at AS "createdAt", last_active_at AS "lastActiveAt"
      FROM account a WHERE id = $1`,
  },
  {
    name: 'sessions',
    title: { fi: 'Kirjautumiset', sv: 'Inloggningar', en: 'Where you are signed in' },
    labels: {
      createdAt: { fi: 'Kirjauduttu', sv: 'Inloggad', en: 'Signed in' },
      lastSeenAt: lastUsedAt,
      userAgent: { fi: 'Selain', sv: 'Webbläsare', en: 'Browser' },
      expiresAt: { fi: 'Voimassa', sv: 'Gäller till', en: 'Valid until' },
    },
    sql: `
      SELECT created_at AS "createdAt", last_seen_at AS "lastSeenAt", expires_at AS "expiresAt",
        user_agent AS "userAgent"
      FROM session WHERE account_id = $1 ORDER BY created_at, id`,
  },
  {
    name: 'passkeys',
    title: { fi: 'Pääsyavaimet', sv: 'Inloggningsnycklar', en: 'Passkeys' },
    labels: { name: { fi: 'Nimi', sv: 'Namn', en: 'Name' }, createdAt, lastUsedAt },
    sql: `
      SELECT name, created_at AS "createdAt", last_used_at AS "lastUsedAt"
      FROM passkey WHERE account_id = $1 ORDER BY created_at, id`,
  },
  {
    name: 'providers',
    title: { fi: 'Muut tunnukset', sv: 'Andra konton', en: 'Accounts elsewhere' },
    labels: {
      issuer: { fi: 'Tunnistautumispalvelu', sv: 'Inloggningstjänst', en: 'Identity provider' },
      subject: { fi: 'Tunnisteesi siellä', sv: 'Din identifierare där', en: 'Your identifier there' },
      createdAt,
      lastUsedAt,
    },
    sql: `
      SELECT issuer, subject, created_at AS "createdAt", last_used_at AS "lastUsedAt"
      FROM provider_identity WHERE account_id = $1 ORDER BY created_at`,
  },
  {
    name: 'consents',
    title: { fi: 'Hyväksymäsi ehdot', sv: 'Villkor du har godkänt', en: 'Terms you have agreed to' },
    labels: {
      version: { fi: 'Versio', sv: 'Version', en: 'Version' },
      locale: { fi: 'Kieli', sv: 'Språk', en: 'Language' },
      agreedAt: { fi: 'Hyväksytty', sv: 'Godkänt', en: 'Agreed' },
    },
    words: { locale: localeWords },
    sql: `
      SELECT version, locale, agreed_at AS "agreedAt" FROM consent WHERE account_id = $1 ORDER BY agreed_at`,
  },
  {
    name: 'organisations',
    title: { fi: 'Organisaatiosi', sv: 'Dina organisationer', en: 'Your organisations' },
    labels: {
      name: { fi: 'Nimi', sv: 'Namn', en: 'Name' },
      kind: { fi: 'Laji', sv: 'Typ', en: 'Kind' },
      confirmedAt: { fi: 'Vahvistettu', sv: 'Bekräftad', en: 'Confirmed' },
    },
    words: { kind: organisationKindWords },
    sql: `
      SELECT o.name, o.kind, m.confirmed_at AS "confirmedAt" FROM organisation_member m
      JOIN organisation o ON o.id = m.organisation_id WHERE m.account_id = $1 ORDER BY o.name`,
  },
  {
    name: 'guardianConsents',
    title: { fi: 'Huoltajan suostumukset', sv: 'Vårdnadshavarens samtycken', en: 'Consents of a guardian' },
    labels: {
      hub,
      guardianName: { fi: 'Huoltaja', sv: 'Vårdnadshavare', en: 'Guardian' },
      guardianEmail: { fi: 'Huoltajan sähköposti', sv: 'Vårdnadshavarens e-post', en: 'Guardian’s e-mail' },
      status: { fi: 'Tila', sv: 'Status', en: 'State' },
      askedAt: { fi: 'Kysytty', sv: 'Efterfrågat', en: 'Asked' },
      answeredAt: { fi: 'Vastattu', sv: 'Besvarat', en: 'Answered' },
      termsVersion: { fi: 'Ehtojen versio', sv: 'Villkorens version', en: 'Version of the terms' },
      withdrawnAt: { fi: 'Peruttu', sv: 'Återkallat', en: 'Withdrawn' },
    },
    words: { status: guardianStateWords },
    sql: `
      SELECT h.name AS hub, g.guardian_name AS "guardianName", g.guardian_email AS "guardianEmail", g.status,
        g.asked_at AS "askedAt", g.answered_at AS "answeredAt", g.terms_version AS "termsVersion",
        g.withdrawn_at AS "withdrawnAt"
      FROM guardian_consent g JOIN hub h ON h.id = g.hub_id WHERE g.account_id = $1 ORDER BY g.asked_at, g.id`,
  },
  {
    name: 'notes',
    title: { fi: 'Henkilökunnan merkinnät', sv: 'Personalens anteckningar', en: 'Notes of the staff' },
    labels: { hub, text: { fi: 'Merkintä', sv: 'Anteckning', en: 'Note' }, createdAt },
    sql: `
      SELECT h.name AS hub, n.text, n.created_at AS "createdAt" FROM person_note n JOIN hub h ON h.id = n.hub_id
      WHERE n.account_id = $1 ORDER BY n.created_at, n.id`,
  },
  {
    name: 'blocks',
    title: { fi: 'Käyttökiellot', sv: 'Spärrar', en: 'Blocks' },
    labels: {
      hub,
      reason: { fi: 'Syy', sv: 'Orsak', en: 'Reason' },
      createdAt,
      until: { fi: 'Päättyy', sv: 'Slutar', en: 'Ends' },
      liftedAt: { fi: 'Purettu', sv: 'Upphävd', en: 'Lifted' },
    },
    sql: `
      SELECT h.name AS hub, b.reason, b.created_at AS "createdAt", b.until, b.lifted_at AS "liftedAt"
      FROM person_block b JOIN hub h ON h.id = b.hub_id WHERE b.account_id = $1 ORDER BY b.created_at, b.id`,
  },
  {
    name: 'staffNotifications',
    title: { fi: 'Ilmoitukset henkilökunnalle', sv: 'Meddelanden till personalen', en: 'Notifications for staff' },
    labels: {
      hub,
      topic: { fi: 'Mistä ilmoitetaan', sv: 'Vad som meddelas', en: 'What about' },
      toldAt: { fi: 'Viimeisin viesti', sv: 'Senaste meddelande', en: 'Last mail' },
    },
    words: { topic: staffTopicWords },
    sql: `
      SELECT h.name AS hub, n.topic, n.told_at AS "toldAt" FROM staff_notification n JOIN hub h ON h.id = n.hub_id
      WHERE n.account_id = $1 ORDER BY h.name, n.topic`,
  },
  {
    name: 'reads',
    title: {
      fi: 'Kuka on katsonut tietojasi',
      sv: 'Vem som har läst dina uppgifter',
      en: 'Who has looked at your data',
    },
    labels: {
      at,
      kind: { fi: 'Mitä katsottiin', sv: 'Vad som lästes', en: 'What was looked at' },
      role: { fi: 'Missä roolissa', sv: 'I vilken roll', en: 'In which role' },
      hub,
    },
    words: { kind: readKindWords, role: roleWords },
    sql: `
      SELECT r.at, r.kind, r.role, h.name AS hub FROM personal_data_read r LEFT JOIN hub h ON h.id = r.hub_id
      WHERE r.person_id = $1 ORDER BY r.at, r.id`,
  },
];
