import type { Statement } from './statement.js';

export const statementFi: Statement = {
  lead: 'Tämä seloste koskee Digikeskus-palvelua: verkkosivuja, digikeskuksen seinänäyttöä ja palvelun lähettämiä viestejä. Palvelua koskee laki digitaalisten palvelujen tarjoamisesta (306/2019).',
  dated: (date) => `Seloste on laadittu ja tarkistettu ${date}.`,
  sections: [
    {
      heading: 'Kuinka saavutettava palvelu on',
      paragraphs: [
        'Palvelu täyttää saavutettavuusvaatimukset (WCAG 2.1, tasot A ja AA) suurelta osin. Tiedossamme olevat puutteet on lueteltu alla.',
      ],
    },
    {
      heading: 'Mikä ei vielä ole saavutettavaa',
      paragraphs: ['Seuraavat kohdat eivät täytä vaatimuksia kaikilta osin:'],
      list: [
        'Tulosteen kolmiulotteinen malli ja suuttimen radan kuva ovat kuvia, joita ei voi tutkia ruudunlukijalla. Niiden vieressä kerrotaan tekstinä koko, materiaali, paino, kesto ja kerrosten määrä. (WCAG 1.1.1)',
        'Digikeskuksen itse kirjoittamat nimet ja tiedotteet voivat olla vain suomeksi, vaikka muu sivu on ruotsiksi tai englanniksi. (WCAG 3.1.2)',
        'Seinänäytön tekstin kokoa ei voi muuttaa. Samat tiedot ja toiminnot ovat verkkosivuilla, joihin pääsee näytön QR-koodilla. (WCAG 1.4.4)',
        'Käyttäjien lähettämät tiedostot tarkistetaan tulostamista, ei saavutettavuutta varten.',
      ],
    },
    {
      heading: 'Miten saavutettavuutta on arvioitu',
      paragraphs: [
        'Arvio on palvelun tekijöiden oma. Sivut ja valintaikkunat tarkistetaan jokaisen muutoksen yhteydessä automaattisesti axe-työkalulla vaaleana ja tummana, puhelimen ja tietokoneen koossa, ja tärkeimmät toiminnot käydään läpi pelkällä näppäimistöllä.',
        'Ulkopuolinen asiantuntija ei ole vielä arvioinut palvelua, eikä sitä ole kokeiltu apuvälineiden käyttäjien kanssa.',
      ],
    },
  ],
  feedback: {
    heading: 'Anna palautetta',
    byMail: 'Jos jokin ei onnistu tai tarvitset tiedon muussa muodossa, kirjoita meille:',
    inPerson: 'Jos jokin ei onnistu tai tarvitset tiedon muussa muodossa, kerro siitä digikeskuksen henkilökunnalle:',
    answer: 'Vastaamme kahden viikon kuluessa.',
  },
  supervision: {
    heading: 'Jos vastaus ei riitä',
    paragraphs: [
      'Jos et saa vastausta kahdessa viikossa tai vastaus ei tyydytä sinua, voit tehdä saavutettavuuskantelun tai pyytää selvitystä valvovalta viranomaiselta. Viranomaisen sivuilla kerrotaan, miten se tehdään ja miten asia käsitellään.',
    ],
    authority:
      'Liikenne- ja viestintävirasto Traficom, digitaalisen esteettömyyden ja saavutettavuuden valvontayksikkö',
    linkText: 'saavutettavuusvaatimukset.fi',
    link: 'https://www.saavutettavuusvaatimukset.fi/',
  },
};
