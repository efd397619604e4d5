import type { GuardianMessages } from './guardian-fi.js';

export const enGuardian: GuardianMessages = {
  'guardian.title': 'A guardian’s consent',
  'guardian.lead':
    'If you are under age, you need a guardian’s consent for equipment with an age limit. We send your guardian a link by e-mail to answer with.',
  'guardian.hub': 'Where do you want to use the equipment?',
  'guardian.email': 'Your guardian’s e-mail address',
  'guardian.emailHint': 'The message has your first name and the name of the hub.',
  'guardian.send': 'Ask for consent',
  'guardian.sent': 'The message has been sent. You will hear when your guardian has answered.',
  'guardian.askedFrom': 'Asked of {email}. The link works until {day}.',
  'guardian.givenBy': 'Consented: {name}.',
  'guardianState.asked': 'Waiting for an answer',
  'guardianState.expired': 'No answer in time',
  'guardianState.consented': 'Consent given',
  'guardianState.refused': 'No consent',
  'guardianState.withdrawn': 'Consent withdrawn',
  'guardian.ask': '{child} has named you as guardian and asks for your consent to use the equipment. Place: {hub}.',
  'guardian.askSomebody':
    'A young person has named you as guardian and asks for your consent to use the equipment. Place: {hub}.',
  'guardian.pointUse':
    'Your child may book and use equipment with an age limit, such as a 3D printer. It is free of charge.',
  'guardian.pointGuidance': 'The staff show how the equipment is used.',
  'guardian.pointData':
    'Your name and your answer are kept with your child’s data. Your e-mail address is deleted if you do not consent, or when you withdraw.',
  'guardian.pointWithdraw': 'You can withdraw the consent at any time. The link comes by e-mail.',
  'guardian.terms': 'Read the terms of use and the privacy notice, version {version} (opens in a new tab)',
  'guardian.name': 'Your own name',
  'guardian.nameHint': 'Write the guardian’s name, not the child’s.',
  'guardian.give': 'I consent',
  'guardian.refuse': 'I do not consent',
  'guardian.linkDead': 'This link does not work',
  'guardian.linkDeadText':
    'It may have expired or been cut off in the message. Try to open it from the message again. If need be, the young person can send a new request from their own details.',
  'guardian.until': 'You can answer until {day}.',
  'guardian.consented': 'The consent is given. Thank you!',
  'guardian.consentedText': 'You get a confirmation by e-mail. Keep it: it has the link for withdrawing the consent.',
  'guardian.refused': 'Your answer has been saved.',
  'guardian.refusedText': 'You did not consent. Your child is told, and your e-mail address has been deleted.',
  'guardian.withdrawAsk': 'You have consented to the use of the equipment. For: {child}. Place: {hub}.',
  'guardian.withdrawAskSomebody': 'You have consented to the use of the equipment. Place: {hub}.',
  'guardian.withdrawWhat':
    'Once you withdraw, equipment with an age limit cannot be booked anew. What is booked stays, and the staff see it.',
  'guardian.withdraw': 'Withdraw my consent',
  'guardian.withdrawn': 'The consent has been withdrawn.',
  'guardian.withdrawnText': 'Your child is told, and your e-mail address has been deleted.',
};
