import type { Words } from './words.js';

export const words: Words = {
  'confirm.subject': 'Bevestig je verzoek: {product}',
  'confirm.lead': 'Je wilt bericht krijgen zodra dit product weer verkrijgbaar is. Bevestig dat jij dit was.',
  'confirm.button': 'Ja, stuur me bericht',
  'confirm.ignore':
    'Was jij dit niet? Dan hoef je niets te doen: zonder bevestiging krijg je geen bericht meer. De link werkt 48 uur.',
  'restock.subject': 'Weer verkrijgbaar: {product}',
  'restock.lead': 'Het product waar je naar vroeg, is weer verkrijgbaar.',
  'restock.button': 'Naar het product',
  'restock.soon': 'Ook anderen hebben bericht gekregen, dus het kan snel weer uitverkocht zijn.',
  'restock.why': 'Je krijgt dit bericht één keer, omdat je erom hebt gevraagd.',
  quantity: 'Gewenst aantal: {count}',
  price: 'Prijs: {price}',
  'leave.link': 'Geen berichten meer over dit product',
  'confirm.title': 'Bevestig je verzoek',
  'confirm.text': 'Druk op de knop en we schrijven je één keer, zodra dit product weer verkrijgbaar is.',
  'confirmed.title': 'Bevestigd. Bedankt!',
  'confirmed.text': 'We schrijven je één keer, zodra dit product weer verkrijgbaar is.',
  'leave.title': 'Geen berichten meer?',
  'leave.text': 'Je krijgt dan geen bericht over dit product.',
  'leave.button': 'Geen berichten meer',
  'left.title': 'Gelukt',
  'left.text': 'Je krijgt geen berichten meer over dit product.',
  'left.all-button': 'Geen berichten meer over alle producten',
  'left.all-text': 'Je krijgt van deze winkel geen berichten meer, over geen enkel product.',
  'invalid.title': 'Deze link werkt niet meer',
  'invalid.text':
    'Hij is al gebruikt of verlopen. Heb je al eerder op de knop gedrukt, dan is alles in orde. Vraag het anders opnieuw aan op de pagina van het product.',
  'taken.title': 'Nog één stap',
  'taken.text':
    'Kijk in je inbox: we hebben je een bericht gestuurd. Druk op de knop daarin om te bevestigen.',
  'failed.title': 'Dat is niet gelukt',
  'failed.text': 'Controleer het e-mailadres en probeer het opnieuw.',
  'failed.busy': 'Probeer het over een paar minuten opnieuw.',
  back: 'Terug naar de winkel',
};
