import type { PrintDeskMessages } from './print-desk-fi.js';

export const svPrintDesk: PrintDeskMessages = {
  'review.title': 'Att godkänna',
  'review.count':
    '{count, plural, =0 {Inga utskrifter att godkänna} one {En utskrift väntar på godkännande} other {# utskrifter väntar på godkännande}}',
  'review.none': 'Alla utskrifter är behandlade.',
  'review.wantsMaterial': 'Önskat material: {material}',
  'review.approve': 'Godkänn',
  'review.requestChanges': 'Be om ändringar',
  'review.reject': 'Avslå',
  'review.requestChangesTitle': 'Vad behöver ändras?',
  'review.rejectTitle': 'Varför avslås utskriften?',
  'review.reason': 'Motivering',
  'review.reasonHint': 'Avsändaren ser texten som den är.',
  'queue.title': 'Utskriftskö',
  'queue.none': 'Kön är tom.',
  'queue.someFile': 'Utskrift',
  'queue.move': 'Flytta i kön',
  'queue.moveWhere': 'Plats i kön',
  'queue.toFirst': 'Först i kön',
  'queue.toLast': 'Sist i kön',
  'queue.toTurn': 'Tillbaka till sin egen plats',
  'queue.moveReasonHint': 'Den som skickade utskriften ser motiveringen.',
  'queue.moved': '{name} flyttades. Kön räknas om.',
  'queue.turnText': 'Utskriften går tillbaka till den plats den hade haft utan flytten.',
};
