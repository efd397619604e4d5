/** What is said about watching printers: how warm they are, and what is wrong with them. */
export const fiWatch = {
  'temperatures.title': 'Lämpötilat',
  'temperatures.span': 'Aikaväli',
  'temperatures.hours': '{hours} tuntia',
  'temperatures.days': '{days} päivää',
  'temperatures.none': 'Tältä ajalta ei ole lämpötiloja.',
  'temperatures.summary': '{heater}: nyt {now}, alimmillaan {lowest}, ylimmillään {highest}.',
  'temperatures.asTable': 'Lämpötilat taulukkona',
  'temperatures.tableCaption': 'Lämpötila / tavoite celsiusasteina, uusin ensin',
  'temperatures.time': 'Aika',
  'alarm.title': 'Käy katsomassa',
  'alarm.bridge_offline':
    'Silta {name} ei vastaa ({since} alkaen). Sen tulostimiin ei saada yhteyttä; käynnissä oleva tulostus jatkuu itsekseen.',
  'alarm.printer_offline': '{name}: tulostimeen ei saada yhteyttä ({since} alkaen).',
  'alarm.too_hot': '{name}: liian kuuma. {heater} {celsius} °C ({since}). Katkaise virta, jos lämpötila ei laske.',
  'alarm.stalled': '{name}: tulostus ei etene ({since} alkaen).',
} as const;

export type WatchMessages = Record<keyof typeof fiWatch, string>;
