/** What those who book are told about the rules. */
export const fiBookingRules = {
  'bookingNeed.staff': 'Tätä ei voi varata itse. Kysy henkilökunnalta.',
  'bookingNeed.induction':
    'Varaamiseen tarvitaan perehdytys: {name}. Jos sinulla ei vielä ole sitä, kysy henkilökunnalta.',
  'bookingNeed.age': 'Alle {years}-vuotias tarvitsee huoltajan suostumuksen.',
  'bookingNeed.askGuardian': 'Pyydä suostumusta',
  'bookingRule.title': 'Hyvä tietää varaamisesta',
  'bookingRule.length': 'Voit varata kerralla vähintään {shortest} ja enintään {longest}.',
  'bookingRule.fixedLength': 'Varaus kestää aina {length}.',
  'bookingRule.horizon':
    '{days, plural, one {Voit varata enintään # päivän etukäteen.} other {Voit varata enintään # päivää etukäteen.}}',
  'bookingRule.notice': 'Varaa viimeistään {before} ennen alkua.',
  'bookingRule.active':
    '{bookings, plural, one {Sinulla voi olla voimassa yksi tällainen varaus kerrallaan.} other {Sinulla voi olla voimassa enintään # tällaista varausta kerrallaan.}}',
  'bookingRule.quota': 'Saman viikon varauksesi voivat kestää yhteensä enintään {perWeek}.',
  'bookingRule.approval':
    '{minutes, plural, =0 {Jokainen varaus odottaa ensin henkilökunnan hyväksyntää.} other {Yli {over} kestävä varaus odottaa ensin henkilökunnan hyväksyntää.}}',
  'bookingRule.change':
    '{minutes, plural, =0 {Voit perua tai siirtää varauksen sen alkuun asti.} other {Voit perua tai siirtää varauksen viimeistään {before} ennen alkua.}}',
  'bookingRule.checkIn':
    '{minutes, plural, =0 {Ilmoittaudu, kun olet paikalla: aikaisintaan varauksen alkaessa ja viimeistään {within} sen jälkeen. Muuten aika vapautuu muille.} other {Ilmoittaudu, kun olet paikalla: aikaisintaan {before} ennen alkua ja viimeistään {within} sen jälkeen. Muuten aika vapautuu muille.}}',
  'bookingRule.days': '{days, plural, one {# päivä} other {# päivää}}',
} as const;

/** Every such text of a language: no key may miss, none may be extra. */
export type BookingRuleMessages = Record<keyof typeof fiBookingRules, string>;
