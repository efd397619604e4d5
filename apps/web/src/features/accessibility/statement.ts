/** Day on which the statement was last gone through; changed together with what it says. */
export const statementDate = '2026-11-22';

/** The accessibility statement in one language, in the order that the EU's model has. */
export interface Statement {
  /** About what it is, and under which law. */
  lead: string;
  dated: (date: string) => string;
  sections: readonly { heading: string; paragraphs: readonly string[]; list?: readonly string[] }[];
  feedback: {
    heading: string;
    /** How to write, or where to ask when no address has been named. */
    byMail: string;
    inPerson: string;
    /** How long an answer takes. */
    answer: string;
  };
  supervision: { heading: string; paragraphs: readonly string[]; authority: string; linkText: string; link: string };
}
