/** What staff’s calendar says. */
export const fiPlan = {
  'plan.title': 'Kalenteri',
  'plan.toShift': 'Työvuoroon',
  'plan.weekTitle': 'Viikko {week}',
  'plan.previous.day': 'Edellinen päivä',
  'plan.previous.week': 'Edellinen viikko',
  'plan.next.day': 'Seuraava päivä',
  'plan.next.week': 'Seuraava viikko',
  'plan.today': 'Tänään',
  'plan.date': 'Päivä',
  'plan.view': 'Näytä kerralla',
  'plan.day': 'Päivä',
  'plan.week': 'Viikko',
  'plan.thing': 'Laite tai tila',
  'plan.hint': 'Siirrä varaus raahaamalla uuteen aikaan tai toiselle laitteelle. Varausta painamalla näet kaiken muun.',
  'plan.keys':
    'Näppäimistöllä: M tarttuu varaukseen, nuolet siirtävät aikaa, Vaihto ja ylös tai alas vaihtaa laitetta, Enter vahvistaa, Esc peruu.',
  'plan.nothing': 'Ei varauksia',
  'plan.moving': 'Uusi aika: {when}',
  'plan.movingTo': 'Uusi aika: {when}, {name}',
  'plan.cannotTake': '{name} ei käy tälle varaukselle.',
  'plan.keepsThing': 'Pidetään: {name}',
  'plan.move': 'Siirrä…',
  'plan.person': 'Asiakas',
  'plan.moveWhat': '{name}: nyt {when}',
  'plan.newDay': 'Uusi päivä',
  'plan.newTime': 'Uusi alkamisaika',
  'plan.personIsTold': 'Varaajalle lähtee viesti uudesta ajasta.',
  'planKind.booking': 'varaus',
  'planKind.print': 'tuloste',
  'planKind.local_print': 'tulostus laitteelta',
  'planKind.workshop': 'työpaja',
  'planKind.maintenance': 'huolto',
} as const;

/** Every such text of a language: no key may miss, none may be extra. */
export type PlanMessages = Record<keyof typeof fiPlan, string>;
