import type { PlateState, PrinterEvent, PrinterState, PrinterStatus } from '#libs/contracts';

/** A printer, and how far it has been heard out. Numbers are bigints of the database, hence strings. */
export interface HeardPrinter {
  state: PrinterState;
  plate: PlateState;
  localPrint: boolean;
  readonly bridgeSession: string | null;
  statusSession: string | null;
  statusSeq: string | null;
  eventSession: string | null;
  eventSeq: string | null;
}

/** A snapshot tells of now, so one of an earlier session of the bridge is out of date; an event stays a fact. */
export function isNewStatus(status: PrinterStatus, printer: HeardPrinter): boolean {
  const isOfThePast = status.session < Number(printer.bridgeSession ?? 0);
  return !isOfThePast && isNewer(status, printer.statusSession, printer.statusSeq);
}

/** Whether an event comes after all that were heard. One that was overtaken is a fact all the same. */
export function isNewEvent(event: PrinterEvent, printer: HeardPrinter): boolean {
  return isNewer(event, printer.eventSession, printer.eventSeq);
}

/** Within a session the numbers of events begin at 1 and have no gaps. */
export function isGap({ session, seq }: PrinterEvent, { eventSession, eventSeq }: HeardPrinter): boolean {
  const heard = String(session) === eventSession ? Number(eventSeq) : 0;
  return seq > heard + 1;
}

/** Whether the planner may come to another plan. */
export function isOtherwise(before: HeardPrinter, { state, plate, localPrint }: PrinterStatus): boolean {
  return before.state !== state || before.plate !== plate || before.localPrint !== localPrint;
}

/** Makes a printer be as a snapshot says. */
export function noteStatus(printer: HeardPrinter, { state, plate, localPrint, session, seq }: PrinterStatus): void {
  Object.assign(printer, { state, plate, localPrint, statusSession: String(session), statusSeq: String(seq) });
}

export function noteEvent(printer: HeardPrinter, { session, seq }: PrinterEvent): void {
  Object.assign(printer, { eventSession: String(session), eventSeq: String(seq) });
}

function isNewer(message: { session: number; seq: number }, session: string | null, seq: string | null): boolean {
  if (session === null || seq === null) return true;
  if (message.session !== Number(session)) return message.session > Number(session);
  return message.seq > Number(seq);
}
