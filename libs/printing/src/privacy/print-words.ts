import type { AttemptState, PrintJobState } from '#libs/contracts';
import type { PlainWords } from '#libs/platform';

/** States of a print and of each time it was tried. */
export const printStateWords: Record<PrintJobState | AttemptState, PlainWords> = {
  uploaded: { fi: 'vastaanotettu', sv: 'mottagen', en: 'received' },
  analysing: { fi: 'tarkistetaan', sv: 'kontrolleras', en: 'being checked' },
  awaiting_review: { fi: 'odottaa hyväksyntää', sv: 'väntar på godkännande', en: 'waiting for approval' },
  needs_changes: { fi: 'vaatii muutoksia', sv: 'behöver ändras', en: 'needs changes' },
  rejected: { fi: 'hylätty', sv: 'avslagen', en: 'rejected' },
  queued: { fi: 'jonossa', sv: 'i kö', en: 'in the queue' },
  dispatching: { fi: 'lähetetään tulostimelle', sv: 'skickas till skrivaren', en: 'going to the printer' },
  printing: { fi: 'tulostuu', sv: 'skrivs ut', en: 'printing' },
  paused: { fi: 'tauolla', sv: 'pausad', en: 'paused' },
  attention: { fi: 'odottaa henkilökuntaa', sv: 'väntar på personalen', en: 'waiting for the staff' },
  awaiting_clear: { fi: 'valmis', sv: 'klar', en: 'ready' },
  done: { fi: 'valmis', sv: 'klar', en: 'ready' },
  completed: { fi: 'valmistui', sv: 'blev klar', en: 'finished' },
  failed: { fi: 'epäonnistui', sv: 'misslyckades', en: 'failed' },
  cancelling: { fi: 'perutaan', sv: 'avbryts', en: 'being cancelled' },
  cancelled: { fi: 'peruttu', sv: 'avbruten', en: 'cancelled' },
  unknown: { fi: 'tila epäselvä', sv: 'oklart läge', en: 'unclear' },
};
