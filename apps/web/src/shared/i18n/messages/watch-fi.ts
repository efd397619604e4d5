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
} as const;

export type WatchMessages = Record<keyof typeof fiWatch, string>;
