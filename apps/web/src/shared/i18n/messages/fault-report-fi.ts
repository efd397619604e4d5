/** What is said to somebody who reports a fault. */
export const fiFaultReport = {
  'fault.report': 'Ilmoita viasta',
  'fault.signIn': 'Kirjaudu ja ilmoita viasta',
  'fault.reportTitle': 'Mikä on vialla? {name}',
  'fault.text': 'Mitä huomasit?',
  'fault.textHint': 'Vapaaehtoinen. Pelkkä ilmoituskin auttaa.',
  'fault.send': 'Lähetä ilmoitus',
  'fault.thanks': 'Kiitos! Ilmoitus meni henkilökunnalle.',
} as const;

export type FaultReportMessages = Record<keyof typeof fiFaultReport, string>;
