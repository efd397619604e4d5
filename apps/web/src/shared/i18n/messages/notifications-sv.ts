import type { NotificationsMessages } from './notifications-fi.js';

export const svNotifications: NotificationsMessages = {
  'notifications.title': 'Meddelanden',
  'notifications.lead': 'Välj vad du vill få veta per e-post. Valen gäller bara dig.',
  'notifications.to':
    'Meddelandena skickas till {email}. Om samma ämne kommer högst ett meddelande i kvarten, och du får inget om det du själv har gjort. Om en skrivare är för het får du alltid veta det genast.',
  'notifications.label': 'Vad vill du få veta?',
  'notifications.too_hot': 'En skrivare är för het',
  'notifications.alarm': 'En skrivare kan inte nås eller en utskrift går inte framåt',
  'notifications.print_failed': 'En utskrift misslyckades',
  'notifications.fault': 'Någon har anmält ett fel',
  'notifications.print_review': 'En ny utskrift väntar på godkännande',
  'notifications.booking_approval': 'En ny bokningsförfrågan väntar på godkännande',
  'notifications.saved':
    '{count, plural, =0 {Sparat. Du får inga meddelanden.} one {Sparat. Du får meddelanden om ett ämne.} other {Sparat. Du får meddelanden om # ämnen.}}',
};
