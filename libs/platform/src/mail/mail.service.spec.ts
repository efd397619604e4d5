import ICAL from 'ical.js';
import type { MailCalendar } from '#libs/contracts';
import { FixedClock } from '../clock/clock.js';
import { Config } from '../config/config.js';
import { KeyedHash } from '../crypto/keyed-hash.js';
import { MailService } from './mail.service.js';
import { Mailer, type Mail } from './mailer.js';

class KeepingMailer extends Mailer {
  readonly mails: Mail[] = [];
  override async deliver(mail: Mail): Promise<void> {
    this.mails.push(mail);
  }
}

const config = (env: Record<string, string> = {}) =>
  Config.parse({
    DATABASE_URL: 'postgres://127.0.0.1/none',
    MQTT_URL: 'mqtt://127.0.0.1:1',
    SECRET_KEY: 'k'.repeat(32),
    DEMO: 'true',
    ...env,
  });

const when = { startsAt: '2026-01-13T10:00:00Z', endsAt: '2026-01-13T11:00:00Z', timeZone: 'Europe/Helsinki' };

async function sent(calendar?: MailCalendar, env?: Record<string, string>): Promise<Mail> {
  const mailer = new KeepingMailer();
  const clock = new FixedClock(new Date('2026-01-12T06:00:00Z'));
  const service = new MailService(mailer, config(env), clock, new KeyedHash(config(env)));
  await service.send({
    to: 'asa@example.org',
    locale: 'sv',
    template: 'bookingConfirmed',
    params: { title: 'Studio', when, hub: 'Digihubben', checkInCode: { checkInTo: 'b1' } },
    ...(calendar && { calendar }),
  });
  const [mail] = mailer.mails;
  if (mail === undefined) throw new Error('nothing was sent');
  return mail;
}

const invitation = (method: MailCalendar['method'], sequence: number): MailCalendar => ({
  method,
  organizer: 'Viitasaaren Digikeskus',
  events: [
    {
      uid: 'b1@digikeskus',
      sequence,
      title: 'Studio',
      location: 'Viitasaari',
      startsAt: '2026-01-13T10:00:00Z',
      endsAt: '2026-01-13T11:00:00Z',
      status: method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED',
    },
  ],
});

const parse = (text: string | undefined) => new ICAL.Component(ICAL.parse(text ?? ''));

describe('a mail about a booking', () => {
  it('tells the time on the hub’s clock, in the language of its reader', async () => {
    expect((await sent()).text).toContain('tis 13.1.2026 12.00–13.00');
  });

  it('names the code for checking in, in groups, so that nobody takes it for another code', async () => {
    expect((await sent()).text).toMatch(/\b\d{3} \d{3}\b/);
    expect((await sent()).text).not.toMatch(/\d{6}/);
  });

  it('invites its reader in the name of the hub, from the address that writes', async () => {
    const { calendar } = await sent(invitation('REQUEST', 0), { MAIL_FROM: 'Hubi <varaukset@hubi.example>' });
    expect(calendar?.method).toBe('REQUEST');
    const event = parse(calendar?.content).getFirstSubcomponent('vevent');
    expect(String(event?.getFirstPropertyValue('organizer')).toLowerCase()).toBe('mailto:varaukset@hubi.example');
    expect(event?.getFirstProperty('organizer')?.getParameter('cn')).toBe('Viitasaaren Digikeskus');
    expect(event?.getFirstPropertyValue('attendee')).toBe('mailto:asa@example.org');
    expect(String(event?.getFirstPropertyValue('dtstamp'))).toBe('2026-01-12T06:00:00Z');
  });

  it('takes the same event back with a higher sequence', async () => {
    const first = parse((await sent(invitation('REQUEST', 0))).calendar?.content).getFirstSubcomponent('vevent');
    const mail = await sent(invitation('CANCEL', 1));
    const last = parse(mail.calendar?.content);
    expect(last.getFirstPropertyValue('method')).toBe('CANCEL');
    const event = last.getFirstSubcomponent('vevent');
    expect(event?.getFirstPropertyValue('uid')).toBe(first?.getFirstPropertyValue('uid'));
    expect(event?.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect([first?.getFirstPropertyValue('sequence'), event?.getFirstPropertyValue('sequence')]).toEqual([0, 1]);
  });

  it('asks nobody to come to a calendar that is only for looking at', async () => {
    const event = parse((await sent(invitation('PUBLISH', 0))).calendar?.content).getFirstSubcomponent('vevent');
    expect([event?.hasProperty('organizer'), event?.hasProperty('attendee')]).toEqual([false, false]);
  });

  it('has no calendar when there is nothing for one', async () => {
    expect((await sent()).calendar).toBeUndefined();
  });
});
