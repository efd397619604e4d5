import { negotiateLocale, type JobQueues } from '#libs/platform';
import type { Locale } from '#libs/contracts';

/** What they hold are ids. The queue of letters, whose jobs hold addresses, is shown to nobody. */
export const shownQueues = ['print', 'printing', 'analysis'] as const;

const words: Record<Locale, { title: string; text: string; queue: string; states: Record<string, string> }> = {
  fi: {
    title: 'Työjonot',
    text: 'Jonot ovat tämän keskuksen omassa tietokannassa. Tarkempi näkymä on käytössä, kun jonot pidetään Redisissä.',
    queue: 'Jono',
    states: { waiting: 'Odottaa', active: 'Käynnissä', delayed: 'Ajastettu', failed: 'Epäonnistunut' },
  },
  sv: {
    title: 'Arbetsköer',
    text: 'Köerna finns i hubbens egen databas. En noggrannare vy finns när köerna hålls i Redis.',
    queue: 'Kö',
    states: { waiting: 'Väntar', active: 'Pågår', delayed: 'Senare', failed: 'Misslyckades' },
  },
  en: {
    title: 'Queues',
    text: 'The queues are in this hub’s own database. There is a closer view where they are kept in Redis.',
    queue: 'Queue',
    states: { waiting: 'Waiting', active: 'Active', delayed: 'Delayed', failed: 'Failed' },
  },
};

/** The queues' counts as a page without a script or a style. */
export async function plainQueuePage(queues: JobQueues, acceptLanguage: string | undefined): Promise<string> {
  const locale = negotiateLocale(acceptLanguage);
  const { title, text, queue, states } = words[locale];
  const names = Object.keys(states);
  const head = [queue, ...Object.values(states)].map((word) => `<th scope="col">${word}</th>`).join('');
  const rows = await Promise.all(
    shownQueues.map(async (name) => {
      const counts = await queues.queue(name).getJobCounts('waiting', 'active', 'delayed', 'failed');
      const cells = names.map((state) => `<td>${counts[state] ?? 0}</td>`).join('');
      return `<tr><th scope="row">${name}</th>${cells}</tr>`;
    }),
  );
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title></head><body><main><h1>${title}</h1><p>${text}</p>
<table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></main></body></html>`;
}
