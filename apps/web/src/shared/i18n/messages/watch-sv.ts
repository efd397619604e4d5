import type { WatchMessages } from './watch-fi.js';

export const svWatch: WatchMessages = {
  'temperatures.title': 'Temperaturer',
  'temperatures.span': 'Tidsperiod',
  'temperatures.hours': '{hours} timmar',
  'temperatures.days': '{days} dagar',
  'temperatures.none': 'Inga temperaturer från den här tiden.',
  'temperatures.summary': '{heater}: nu {now}, lägst {lowest}, högst {highest}.',
  'temperatures.asTable': 'Temperaturerna som tabell',
  'temperatures.tableCaption': 'Temperatur / mål i grader Celsius, det nyaste först',
  'temperatures.time': 'Tid',
};
