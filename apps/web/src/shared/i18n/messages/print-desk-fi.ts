/** What staff say about prints that wait: for a decision, and for their turn. */
export const fiPrintDesk = {
  'review.title': 'Hyväksyttävänä',
  'review.count':
    '{count, plural, =0 {Ei hyväksyttäviä tulosteita} one {Yksi tuloste odottaa hyväksyntää} other {# tulostetta odottaa hyväksyntää}}',
  'review.none': 'Kaikki tulosteet on käsitelty.',
  'review.wantsMaterial': 'Toivottu materiaali: {material}',
  'review.approve': 'Hyväksy',
  'review.requestChanges': 'Pyydä muutoksia',
  'review.reject': 'Hylkää',
  'review.requestChangesTitle': 'Mitä pitää muuttaa?',
  'review.rejectTitle': 'Miksi tuloste hylätään?',
  'review.reason': 'Perustelu',
  'review.reasonHint': 'Lähettäjä näkee tekstin sellaisenaan.',
  'queue.title': 'Tulostusjono',
  'queue.none': 'Jono on tyhjä.',
  'queue.someFile': 'Tuloste',
  'queue.move': 'Siirrä jonossa',
  'queue.moveWhere': 'Paikka jonossa',
  'queue.toFirst': 'Jonon ensimmäiseksi',
  'queue.toLast': 'Jonon viimeiseksi',
  'queue.toTurn': 'Takaisin omalle paikalleen',
  'queue.moveReasonHint': 'Tulosteen lähettäjä näkee perustelun.',
  'queue.moved': '{name} siirrettiin. Jono lasketaan uudelleen.',
  'queue.turnText': 'Tuloste palaa siihen kohtaan, johon se kuuluisi ilman siirtoa.',
} as const;

export type PrintDeskMessages = Record<keyof typeof fiPrintDesk, string>;
