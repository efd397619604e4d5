import type { BookingRuleMessages } from './booking-rules-fi.js';

export const svBookingRules: BookingRuleMessages = {
  'bookingNeed.staff': 'Du kan inte boka det här själv. Fråga personalen.',
  'bookingNeed.induction': 'För att boka behövs en introduktion: {name}. Fråga personalen om du inte har den ännu.',
  'bookingNeed.age': 'Den som är under {years} år behöver vårdnadshavarens samtycke.',
  'bookingNeed.askGuardian': 'Be om samtycke',
  'bookingRule.title': 'Bra att veta om bokningen',
  'bookingRule.length': 'Du kan boka minst {shortest} och högst {longest} åt gången.',
  'bookingRule.fixedLength': 'En bokning är alltid {length} lång.',
  'bookingRule.horizon':
    '{days, plural, one {Du kan boka högst # dag i förväg.} other {Du kan boka högst # dagar i förväg.}}',
  'bookingRule.notice': 'Boka senast {before} före starten.',
  'bookingRule.active':
    '{bookings, plural, one {Du kan ha en sådan bokning i taget.} other {Du kan ha högst # sådana bokningar i taget.}}',
  'bookingRule.quota': 'Dina bokningar under samma vecka får vara högst {perWeek} sammanlagt.',
  'bookingRule.approval':
    '{minutes, plural, =0 {Personalen ska först godkänna varje bokning.} other {Personalen ska först godkänna bokningar på över {over}.}}',
  'bookingRule.change':
    '{minutes, plural, =0 {Du kan avboka eller flytta bokningen ända tills den börjar.} other {Du kan avboka eller flytta bokningen senast {before} före starten.}}',
  'bookingRule.checkIn':
    '{minutes, plural, =0 {Checka in när du är på plats: tidigast när bokningen börjar och senast {within} efter det. Annars blir tiden ledig för andra.} other {Checka in när du är på plats: tidigast {before} före starten och senast {within} efter den. Annars blir tiden ledig för andra.}}',
  'bookingRule.days': '{days, plural, one {# dag} other {# dagar}}',
};
