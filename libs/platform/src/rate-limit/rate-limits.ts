/** How often one caller may ask for something. */
export interface RateLimit {
  /** Whose requests are counted together. */
  readonly per: 'client' | 'person' | 'token' | 'guardian' | 'device';
  readonly requests: number;
  readonly windowSeconds: number;
}

/**
 * Every limit there is. A client may be a whole school behind one address, so what people do without an account is
 * counted generously; `RATE_LIMIT_FACTOR` multiplies all of them.
 */
export const rateLimits = {
  /** A class of thirty signs in at once, and some ask again. One address gets few codes, whoever asks. */
  codeRequest: { per: 'client', requests: 120, windowSeconds: 900 },
  /** Wrong codes are counted much more strictly, in the database. */
  codeTry: { per: 'client', requests: 240, windowSeconds: 900 },
  /** Each one costs the town's identity provider a request, too. */
  providerSignIn: { per: 'client', requests: 240, windowSeconds: 900 },
  /** A screen asks anew every ten minutes, and a town has few screens and bridges. */
  pairing: { per: 'client', requests: 30, windowSeconds: 600 },
  /** A file is up to half a gigabyte and keeps the analysis busy. */
  upload: { per: 'person', requests: 40, windowSeconds: 600 },
  /** Calendar programs look every few minutes, from several devices of one person. */
  calendarFeed: { per: 'token', requests: 60, windowSeconds: 600 },
  /** The web app asks while somebody moves through times. */
  bookingCheck: { per: 'person', requests: 240, windowSeconds: 60 },
  /** Wrong codes at one screen: of a million codes hardly one is guessed, and whoever is clumsy waits a little. */
  checkInCode: { per: 'device', requests: 10, windowSeconds: 300 },
  /** Somebody who is under age has a guardian or two, and their addresses may be mistyped. */
  guardianAsk: { per: 'person', requests: 10, windowSeconds: 86_400 },
  /** Whoever asks: nobody's mailbox is filled in the hub's name. */
  guardianMail: { per: 'guardian', requests: 5, windowSeconds: 86_400 },
  /** The page is opened, read, and answered. */
  guardianLink: { per: 'token', requests: 30, windowSeconds: 600 },
  /** A parents' evening answers behind one address. */
  guardianAnswer: { per: 'client', requests: 240, windowSeconds: 600 },
  /** A clumsy day breaks two or three things. */
  faultReport: { per: 'person', requests: 20, windowSeconds: 3600 },
  /** A person belongs to few; a list of made-up names is work for staff. */
  organisation: { per: 'person', requests: 10, windowSeconds: 3600 },
} as const satisfies Record<string, RateLimit>;

export type RateLimitName = keyof typeof rateLimits;
