import type { Locale } from '#libs/contracts';

/** The part of the record that is about prints, printers and filament. */
export const printAuditTexts = {
  'print-attempt.cancelled': { fi: 'tulostus keskeytettiin', sv: 'utskriften avbröts', en: 'the print was stopped' },
  'print-attempt.completed': { fi: 'tulostus valmistui', sv: 'utskriften blev klar', en: 'the print was finished' },
  'print-attempt.failed': { fi: 'tulostus epäonnistui', sv: 'utskriften misslyckades', en: 'the print failed' },
  'print-attempt.refused': {
    fi: 'tulostin ei aloittanut tulostusta',
    sv: 'skrivaren började inte skriva ut',
    en: 'the printer did not start the print',
  },
  'print-attempt.runs-into-booking': {
    fi: 'tulostus uhkaa venyä seuraavan varauksen päälle',
    sv: 'utskriften riskerar att dra in på nästa bokning',
    en: 'the print is about to run into a booking',
  },
  'print-job.approve': { fi: 'hyväksyi tulosteen', sv: 'godkände en utskrift', en: 'approved a print' },
  'print-job.auto-approve': {
    fi: 'tuloste hyväksyttiin säännön mukaan',
    sv: 'utskriften godkändes enligt regeln',
    en: 'a print was approved by the rule',
  },
  'print-job.pause': { fi: 'pysäytti tulosteen', sv: 'pausade en utskrift', en: 'paused a print' },
  'print-job.resume': { fi: 'jatkoi tulostetta', sv: 'lät en utskrift fortsätta', en: 'let a print go on' },
  'print-job.cancel': { fi: 'perui tulosteen', sv: 'avbröt en utskrift', en: 'cancelled a print' },
  'print-job.collect': {
    fi: 'merkitsi tulosteen noudetuksi',
    sv: 'noterade en utskrift som hämtad',
    en: 'noted a print as collected',
  },
  'print-job.dispose': {
    fi: 'hävitti noutamattoman tulosteen',
    sv: 'kasserade en outhämtad utskrift',
    en: 'threw away a print nobody collected',
  },
  'print-job.reject': { fi: 'hylkäsi tulosteen', sv: 'avslog en utskrift', en: 'rejected a print' },
  'print-job.replace-file': {
    fi: 'lähetti tulosteeseen uuden tiedoston',
    sv: 'skickade en ny fil till en utskrift',
    en: 'sent another file for a print',
  },
  'print-job.attach-file': {
    fi: 'liitti tulosteeseen tulostettavan tiedoston',
    sv: 'bifogade en utskriftsfil till en utskrift',
    en: 'attached a print file to a print',
  },
  'print-job.detach-file': {
    fi: 'poisti tulosteesta liitetyn tiedoston',
    sv: 'tog bort en bifogad fil från en utskrift',
    en: 'took an attached file off a print',
  },
  'print-job.request-changes': {
    fi: 'pyysi muutosta tulosteeseen',
    sv: 'bad om en ändring i en utskrift',
    en: 'asked for a change to a print',
  },
  'print-job.move-first': {
    fi: 'siirsi tulosteen jonon ensimmäiseksi',
    sv: 'flyttade en utskrift först i kön',
    en: 'moved a print to the front of the queue',
  },
  'print-job.move-last': {
    fi: 'siirsi tulosteen jonon viimeiseksi',
    sv: 'flyttade en utskrift sist i kön',
    en: 'moved a print to the end of the queue',
  },
  'print-job.move-turn': {
    fi: 'palautti tulosteen omalle paikalleen jonossa',
    sv: 'flyttade tillbaka en utskrift till dess egen plats i kön',
    en: 'moved a print back to its own turn in the queue',
  },
  'print-job.retry': { fi: 'palautti tulosteen jonoon', sv: 'köade om en utskrift', en: 'queued a print again' },
  'print-rule.change': {
    fi: 'muutti tulosteiden automaattista hyväksyntää',
    sv: 'ändrade det automatiska godkännandet av utskrifter',
    en: 'changed the rule for approving prints',
  },
  'printer-task.add': {
    fi: 'lisäsi tulostimelle huoltotyön',
    sv: 'lade till underhåll',
    en: 'added a maintenance task',
  },
  'printer-task.do': { fi: 'kuittasi huollon tehdyksi', sv: 'kvitterade underhåll', en: 'did a maintenance task' },
  'printer-task.retire': { fi: 'poisti huoltotyön', sv: 'tog bort underhåll', en: 'removed a maintenance task' },
  'printer.cancel': { fi: 'keskeytti tulostuksen', sv: 'avbröt en utskrift', en: 'stopped a print' },
  'printer.change': { fi: 'muutti tulostimen tietoja', sv: 'ändrade skrivarens uppgifter', en: 'changed a printer' },
  'printer.clear-plate': { fi: 'kuittasi alustan tyhjäksi', sv: 'kvitterade plattan som tom', en: 'cleared a plate' },
  'printer.connect': {
    fi: 'muutti tulostimen liitäntää',
    sv: 'ändrade skrivarens anslutning',
    en: 'changed how a printer is connected',
  },
  'printer.disconnect': {
    fi: 'poisti tulostimen sillalta',
    sv: 'tog bort en skrivare från bryggan',
    en: 'took a printer off its bridge',
  },
  'printer.pause': { fi: 'pysäytti tulostimen', sv: 'pausade skrivaren', en: 'paused a printer' },
  'printer.state-material': {
    fi: 'merkitsi tulostimen materiaalin',
    sv: 'angav skrivarens material',
    en: 'said what is in a printer',
  },
  'printer.resume': { fi: 'jatkoi tulostusta', sv: 'fortsatte utskriften', en: 'resumed a printer' },
  'filament.set-rules': {
    fi: 'muutti filamentin sääntöjä',
    sv: 'ändrade filamentreglerna',
    en: 'changed the rules for filament',
  },
  'filament.import': { fi: 'toi filamenttirullat', sv: 'importerade filamentrullor', en: 'imported spools' },
  'spool.add': { fi: 'lisäsi filamenttirullan', sv: 'lade till en filamentrulla', en: 'added a spool' },
  'spool.archive': { fi: 'poisti rullan käytöstä', sv: 'tog en rulla ur bruk', en: 'put a spool away' },
  'spool.change': { fi: 'muutti rullan tietoja', sv: 'ändrade rullans uppgifter', en: 'changed a spool' },
  'spool.load': { fi: 'latasi rullan tulostimeen', sv: 'satte en rulla i skrivaren', en: 'loaded a spool' },
  'spool.restore': {
    fi: 'otti rullan takaisin käyttöön',
    sv: 'tog rullan i bruk igen',
    en: 'took a spool into use again',
  },
  'spool.unload': { fi: 'otti rullan pois tulostimesta', sv: 'tog rullan ur skrivaren', en: 'took a spool out' },
  'spool.weigh': { fi: 'korjasi rullan painon', sv: 'rättade rullans vikt', en: 'corrected what is left of a spool' },
} as const satisfies Record<string, Record<Locale, string>>;
