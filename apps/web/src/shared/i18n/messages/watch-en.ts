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
  'alarm.title': 'Go and look',
  'alarm.bridge_offline':
    'The bridge {name} does not answer (since {since}). Its printers cannot be reached; a print that runs goes on by itself.',
  'alarm.printer_offline': '{name}: the printer cannot be reached (since {since}).',
  'alarm.too_hot': '{name}: too hot. {heater} {celsius} °C ({since}). Switch it off if it does not cool down.',
  'alarm.stalled': '{name}: the print makes no progress (since {since}).',
};
