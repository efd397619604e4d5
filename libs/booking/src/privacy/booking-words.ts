import type { BookingState } from '#libs/contracts';
import type { PlainWords } from '#libs/platform';

export const bookingStateWords: Record<BookingState, PlainWords> = {
  held: { fi: 'odottaa vahvistustasi', sv: 'väntar på din bekräftelse', en: 'waiting for you to confirm' },
  pending: { fi: 'odottaa hyväksyntää', sv: 'väntar på godkännande', en: 'waiting for approval' },
  confirmed: { fi: 'vahvistettu', sv: 'bekräftad', en: 'confirmed' },
  in_use: { fi: 'käytössä', sv: 'pågår', en: 'in use' },
  completed: { fi: 'päättynyt', sv: 'avslutad', en: 'ended' },
  cancelled: { fi: 'peruttu', sv: 'avbokad', en: 'cancelled' },
  declined: { fi: 'ei hyväksytty', sv: 'inte godkänd', en: 'not approved' },
  no_show: { fi: 'jäi käyttämättä', sv: 'blev oanvänd', en: 'not used' },
  expired: { fi: 'rauennut', sv: 'förfallen', en: 'expired' },
};

/** As the table has it; the API tells more states apart. */
export const waitingStateWords: Readonly<Record<string, PlainWords>> = {
  waiting: { fi: 'jonossa', sv: 'i kö', en: 'waiting' },
  offered: { fi: 'tarjottu', sv: 'erbjuden', en: 'offered' },
  left: { fi: 'ei enää jonossa', sv: 'inte längre i kö', en: 'no longer waiting' },
};
