/** What is said about finished parts that wait on the shelf. */
export const fiPickUp = {
  'pickUp.code': 'Hyllykoodi {code}',
  'pickUp.until': 'Viimeinen noutopäivä {day}',
  'pickUp.collect': 'Olen noutanut tulosteen',
  'pickUp.collected': 'Noudettu {when}.',
  'pickUp.disposed': 'Tulostetta ei noudettu, ja se on hävitetty ({when}).',
  'shelf.title': 'Noutohylly',
  'shelf.overdue': 'Noutoaika päättyi {day}',
  'shelf.collect': 'Noudettu',
  'shelf.dispose': 'Hävitetty',
} as const;

export type PickUpMessages = Record<keyof typeof fiPickUp, string>;
