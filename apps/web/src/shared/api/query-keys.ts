/** The first part of every query's key; live events name which of them to fetch again. */
export const queryKeys = {
  me: 'me',
  secondFactors: 'second-factors',
  signInMethods: 'sign-in-methods',
  hubs: 'hubs',
  hub: 'hub',
  resources: 'resources',
  board: 'board',
  availability: 'availability',
  bookings: 'bookings',
  printJobs: 'print-jobs',
  queue: 'queue',
  printers: 'printers',
  devices: 'devices',
  pairing: 'pairing',
  messages: 'messages',
  demoMailbox: 'demo-mailbox',
} as const;
