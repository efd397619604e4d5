import type { WatchMessages } from './watch-fi.js';

export const enWatch: WatchMessages = {
  'temperatures.title': 'Temperatures',
  'temperatures.span': 'Period',
  'temperatures.hours': '{hours} hours',
  'temperatures.days': '{days} days',
  'temperatures.none': 'No temperatures from this time.',
  'temperatures.summary': '{heater}: now {now}, lowest {lowest}, highest {highest}.',
  'temperatures.asTable': 'The temperatures as a table',
  'temperatures.tableCaption': 'Temperature / target in degrees Celsius, newest first',
  'temperatures.time': 'Time',
};
