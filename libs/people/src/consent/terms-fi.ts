import type { TermsTexts } from './terms.js';

export const termsFi: TermsTexts = {
  terms: {
    title: 'Käyttöehdot',
    sections: [
      {
        heading: 'Kenelle',
        text: 'Digikeskus on avoin kaikille ja sen käyttö on maksutonta. Alaikäinen tarvitsee joidenkin laitteiden käyttöön huoltajan suostumuksen.',
      },
      {
        heading: 'Varaukset',
        text: 'Tule ajoissa ja peru varaus, jos et pääse. Jos et ilmoittaudu varauksesi alussa, aika vapautuu muille.',
      },
      {
        heading: 'Laitteet ja tilat',
        text: 'Käytä laitteita ohjeiden mukaan ja kerro viasta heti henkilökunnalle. Jätä paikka siihen kuntoon, jossa haluaisit sen itse löytää. Tahallaan rikotusta laitteesta voidaan periä korvaus.',
      },
      {
        heading: '3D-tulosteet',
        text: 'Jokainen tiedosto tarkistetaan ennen tulostusta. Tarkistuksen tekee ohjelma ja yleensä myös henkilökunta; keskus voi hyväksyä pienet tulosteet myös automaattisesti. Emme tulosta aseita tai niiden osia emmekä mitään, mikä on lainvastaista tai loukkaa toisen oikeuksia. Vastaat siitä, että sinulla on lupa tulostaa lähettämäsi malli.',
      },
      {
        heading: 'Jos ehtoja ei noudateta',
        text: 'Henkilökunta voi rajoittaa varaamista määräajaksi. Saat aina tietää syyn ja sen, milloin rajoitus päättyy.',
      },
    ],
  },
  privacy: {
    title: 'Tietosuojaseloste',
    sections: [
      {
        heading: 'Rekisterinpitäjä',
        text: 'Tiedoistasi vastaa kunta, joka ylläpitää digikeskusta. Yhteystiedot saat digikeskuksesta ja kunnan verkkosivuilta.',
      },
      {
        heading: 'Mitä tietoja käsittelemme',
        text: 'Sähköpostiosoite, nimi ja kieli, varaukset ja tulosteet, perehdytykset sekä tiedot kirjautumisista. Syntymäajan kirjaamme vain, jos laitteella on ikäraja.',
      },
      {
        heading: 'Miksi ja millä perusteella',
        text: 'Tarvitsemme tiedot, jotta voit varata ja tulostaa ja jotta laitteet riittävät kaikille. Käsittely perustuu kunnan yleistä etua koskevaan tehtävään. Tilastoissa ei ole nimiä.',
      },
      {
        heading: 'Kuka tiedot näkee',
        text: 'Digikeskuksen henkilökunta työssään; tietojen katselusta jää merkintä. Muut käyttäjät ja aulan näyttö eivät näe nimiä. Tietoja ei myydä eikä käytetä mainontaan.',
      },
      {
        heading: 'Kuinka kauan',
        text: 'Tulostustiedostot poistetaan 30 päivän kuluttua tulosteen valmistumisesta. Jos et käytä palvelua kahteen vuoteen, varoitamme sinua ja poistamme sitten tietosi nimettömiksi.',
      },
      {
        heading: 'Oikeutesi',
        text: 'Voit katsoa, korjata, ladata ja poistaa tietosi Omat tiedot -sivulla. Voit myös ottaa yhteyttä kunnan tietosuojavastaavaan tai tehdä valituksen tietosuojavaltuutetulle (tietosuoja.fi).',
      },
      {
        heading: 'Evästeet',
        text: 'Käytämme vain evästeitä, joita kirjautuminen tarvitsee. Seurantaa ei ole.',
      },
    ],
  },
};
