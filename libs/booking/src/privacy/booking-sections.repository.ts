import type { ExportSection } from '#libs/platform';
import { bookingStateWords, waitingStateWords } from './booking-words.js';

const hub = { fi: 'Digikeskus', sv: 'Digihubb', en: 'Hub' };
const startsAt = { fi: 'Alkaa', sv: 'Börjar', en: 'Starts' };
const endsAt = { fi: 'Päättyy', sv: 'Slutar', en: 'Ends' };
const status = { fi: 'Tila', sv: 'Status', en: 'State' };
const createdAt = { fi: 'Tehty', sv: 'Gjord', en: 'Made' };
const purpose = { fi: 'Käyttötarkoitus', sv: 'Ändamål', en: 'Purpose' };
const kind = { fi: 'Mihin', sv: 'Till vad', en: 'For what' };
const id = { fi: 'Tunniste', sv: 'Identifierare', en: 'Identifier' };

/** What people get of their bookings: each section by the statement that reads it, `$1` being the account. */
export const bookingSections: readonly (Omit<ExportSection, 'rows'> & { sql: string })[] = [
  {
    name: 'bookings',
    title: { fi: 'Varaukset', sv: 'Bokningar', en: 'Bookings' },
    labels: {
      id,
      hub,
      resources: { fi: 'Mitä', sv: 'Vad', en: 'What' },
      status,
      startsAt,
      endsAt,
      purpose,
      declineReason: { fi: 'Miksi hylättiin', sv: 'Varför den avslogs', en: 'Why it was declined' },
      checkedInAt: { fi: 'Saavuttu', sv: 'Incheckad', en: 'Checked in' },
      createdAt,
    },
    words: { status: bookingStateWords },
    sql: `
      SELECT b.id, h.name AS hub, t.resources, b.status, b.starts_at AS "startsAt", b.ends_at AS "endsAt", b.purpose,
        b.decline_reason AS "declineReason", b.checked_in_at AS "checkedInAt", b.created_at AS "createdAt"
      FROM booking b JOIN hub h ON h.id = b.hub_id
      CROSS JOIN LATERAL (
        SELECT coalesce(jsonb_agg(r.slug ORDER BY r.position, r.slug), '[]') AS resources
        FROM allocation x JOIN resource r ON r.id = x.resource_id WHERE x.booking_id = b.id AND x.is_target) t
      WHERE b.account_id = $1 ORDER BY b.starts_at, b.id`,
  },
  {
    name: 'series',
    title: { fi: 'Toistuvat varaukset', sv: 'Återkommande bokningar', en: 'Repeating bookings' },
    labels: {
      id,
      hub,
      rrule: { fi: 'Toistuvuus', sv: 'Upprepning', en: 'Repeats' },
      startsAt,
      durationMinutes: { fi: 'Kesto, min', sv: 'Längd, min', en: 'Length, min' },
      purpose,
      publicTitle: { fi: 'Nimi hubin näytöllä', sv: 'Namn på hubbens skärm', en: 'Title on the hub’s screen' },
      createdAt,
    },
    sql: `
      SELECT s.id, h.name AS hub, s.rrule, to_char(s.starts_at_local, 'YYYY-MM-DD"T"HH24:MI') AS "startsAt",
        s.duration_minutes AS "durationMinutes", s.purpose, s.public_title AS "publicTitle",
        s.created_at AS "createdAt"
      FROM booking_series s JOIN hub h ON h.id = s.hub_id WHERE s.account_id = $1 ORDER BY s.created_at, s.id`,
  },
  {
    name: 'waitingList',
    title: { fi: 'Jonotuslista', sv: 'Väntelista', en: 'Waiting list' },
    labels: {
      id,
      hub,
      resource: { fi: 'Mitä', sv: 'Vad', en: 'What' },
      from: { fi: 'Aikaisintaan', sv: 'Tidigast', en: 'Earliest' },
      to: { fi: 'Viimeistään', sv: 'Senast', en: 'Latest' },
      durationMinutes: { fi: 'Kesto, min', sv: 'Längd, min', en: 'Length, min' },
      status,
      createdAt,
    },
    words: { status: waitingStateWords },
    sql: `
      SELECT w.id, h.name AS hub, coalesce(p.slug, r.slug) AS resource, w.wanted_from AS "from", w.wanted_to AS "to",
        w.duration_minutes AS "durationMinutes", w.status, w.created_at AS "createdAt"
      FROM waiting_entry w JOIN hub h ON h.id = w.hub_id
      LEFT JOIN pool p ON p.id = w.pool_id LEFT JOIN resource r ON r.id = w.resource_id
      WHERE w.account_id = $1 ORDER BY w.created_at, w.id`,
  },
  {
    name: 'inductions',
    title: { fi: 'Perehdytykset', sv: 'Introduktioner', en: 'Inductions' },
    labels: {
      hub,
      kind,
      grantedAt: { fi: 'Myönnetty', sv: 'Beviljad', en: 'Granted' },
      expiresAt: { fi: 'Voimassa', sv: 'Gäller till', en: 'Valid until' },
      lastUsedAt: { fi: 'Käytetty viimeksi', sv: 'Senast använd', en: 'Last used' },
    },
    sql: `
      SELECT h.name AS hub, i.kind, i.granted_at AS "grantedAt", i.expires_at AS "expiresAt",
        i.last_used_at AS "lastUsedAt"
      FROM induction i JOIN hub h ON h.id = i.hub_id WHERE i.account_id = $1 ORDER BY i.granted_at, i.id`,
  },
  {
    name: 'inductionSeats',
    title: { fi: 'Paikat perehdytyksissä', sv: 'Platser på introduktioner', en: 'Seats in inductions' },
    labels: { hub, kind, startsAt, endsAt, bookedAt: createdAt },
    sql: `
      SELECT h.name AS hub, s.kind, s.starts_at AS "startsAt", s.ends_at AS "endsAt", t.booked_at AS "bookedAt"
      FROM induction_seat t JOIN induction_session s ON s.id = t.session_id JOIN hub h ON h.id = s.hub_id
      WHERE t.account_id = $1 ORDER BY s.starts_at, s.id`,
  },
  {
    name: 'calendarFeed',
    title: { fi: 'Kalenteriosoite', sv: 'Kalenderadress', en: 'Calendar address' },
    labels: { createdAt, revokedAt: { fi: 'Poistettu käytöstä', sv: 'Avstängd', en: 'Revoked' } },
    sql: `
      SELECT created_at AS "createdAt", revoked_at AS "revokedAt" FROM calendar_feed
      WHERE account_id = $1 ORDER BY created_at`,
  },
];
