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
  'alarm.title': 'Gå och titta',
  'alarm.bridge_offline':
    'Bryggan {name} svarar inte (från {since}). Dess skrivare kan inte nås; en utskrift som pågår fortsätter av sig själv.',
  'alarm.printer_offline': '{name}: skrivaren kan inte nås (från {since}).',
  'alarm.too_hot': '{name}: för het. {heater} {celsius} °C ({since}). Bryt strömmen om temperaturen inte sjunker.',
  'alarm.stalled': '{name}: utskriften går inte framåt (från {since}).',
};
