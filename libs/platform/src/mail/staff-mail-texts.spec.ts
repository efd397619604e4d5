import { alarmKinds, locales, staffTopics } from '#libs/contracts';
import { formatMessage } from '../i18n/translate.js';
import { staffMailTexts } from './staff-mail-texts.js';

const links = { url: 'https://hub.example/staff', settingsUrl: 'https://hub.example/staff/notifications' };
const letters = Object.entries(staffMailTexts).flatMap(([template, texts]) =>
  locales.flatMap((locale) =>
    alarmKinds.flatMap((alarm) =>
      staffTopics.map((topic) => {
        const words = { hub: 'Viitasaari', thing: 'Prusa MK4', alarm, topic, ...links };
        const { subject, text } = texts[locale];
        return { template, subject: formatMessage(subject, locale, words), text: formatMessage(text, locale, words) };
      }),
    ),
  ),
);

describe('a mail to staff', () => {
  it('can be written in every language with what is told of it', () => {
    for (const { subject, text } of letters) expect(`${subject}${text}`).not.toMatch(/[{}]/);
  });

  it('says in which hub, leads to the page where it is dealt with, and ends with where to stop it', () => {
    for (const { text } of letters) {
      expect(text).toContain(`\nViitasaari\n${links.url}\n`);
      expect(text.endsWith(links.settingsUrl)).toBe(true);
    }
  });

  it('says of which topic there is more', () => {
    const subjects = letters.filter(({ template }) => template === 'staffMore').map(({ subject }) => subject);
    expect(new Set(subjects).size).toBe((staffTopics.length - 1) * locales.length);
  });

  it('says what is wrong with which machine, and of a bridge that the printers are out of reach', () => {
    const subjects = letters.filter(({ template }) => template === 'staffAlarm').map(({ subject }) => subject);
    expect(subjects).toEqual(
      expect.arrayContaining(['Hälytys: yhteys tulostimiin on poikki', 'Larm: Prusa MK4 svarar inte']),
    );
  });
});
