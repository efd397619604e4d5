/** What is said about the rules by which a hub prints. */
export const fiPrintRules = {
  'rules.title': 'Tulostuksen säännöt',
  'rules.lead':
    'Milloin tuloste pääsee jonoon ilman tarkistusta, paljonko kukin saa tulostaa ja milloin filamenttia pitää tilata lisää.',
  'rules.onlyAdmin': 'Säännöt näkyvät koko henkilökunnalle. Niitä muuttaa keskuksen ylläpitäjä.',
  'staff.reload': 'Hae nykyiset tiedot',
  'number.fault': 'Kirjoita luku väliltä {min, number}–{max, number}.',
  'number.wholeFault': 'Kirjoita kokonaisluku väliltä {min, number}–{max, number}.',
  'approval.title': 'Automaattinen hyväksyntä',
  'approval.lead':
    'Pieni ja selvä tuloste voi päästä suoraan jonoon. Jos tiedostossa on huomautettavaa tai yksikin ehto jää täyttymättä, tuloste odottaa henkilökuntaa.',
  'approval.enabled': 'Kuka hyväksyy tulosteet?',
  'approval.off': 'Henkilökunta katsoo jokaisen tulosteen',
  'approval.on': 'Ehdot täyttävät hyväksytään heti',
  'approval.maxMinutes': 'Tulostusaika enintään (minuuttia)',
  'approval.maxGrams': 'Muovia enintään (grammaa)',
  'approval.minDonePrints': 'Aiempia onnistuneita tulosteita vähintään',
  'approval.minDonePrintsHint': 'Lähettäjän tulosteita tässä keskuksessa. Kirjoita 0, jos ensikertalainenkin käy.',
  'approval.induction': 'Vaadittu perehdytys',
  'approval.noInduction': 'Ei vaadita',
  'approval.saved': 'Tallennettu. Sääntö koskee tästä lähtien tarkistettavia tiedostoja.',
  'filamentRules.title': 'Filamentin säännöt',
  'filamentRules.lead': 'Kuukausirajan ansiosta filamenttia riittää kaikille. Henkilökuntaa raja ei koske.',
  'filamentRules.allowance': 'Paljonko kukin saa tulostaa?',
  'filamentRules.limit': 'Enintään kuukausirajan verran',
  'filamentRules.noLimit': 'Niin paljon kuin haluaa',
  'filamentRules.allowanceGrams': 'Grammaa kuukaudessa',
  'filamentRules.low': 'Materiaali on vähissä, kun sitä on alle (grammaa)',
  'filamentRules.lowHint': 'Kaikilla rullilla yhteensä. Vähissä olevat näkyvät työvuoron sivulla.',
  'filamentRules.others': 'Materiaalit, joilla on oma raja',
  'filamentRules.grams': 'Vähissä alle (grammaa)',
  'filamentRules.add': 'Lisää materiaali',
  'filamentRules.remove': 'Poista',
  'staff.queues': 'Taustatyöt',
} as const;

export type PrintRulesMessages = Record<keyof typeof fiPrintRules, string>;
