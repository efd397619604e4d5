import type { Readable } from 'node:stream';
import { SetMetadata } from '@nestjs/common';
import type { Locale } from '#libs/contracts';
import type { Transaction } from '../database/transaction.js';

/** Metadata key of the providers that know where a library keeps personal data. */
export const personalDataHolder = 'digikeskus:personal-data-holder';

/** Marks a provider as the one that answers for its library's personal data; it must be a `PersonalDataHolder`. */
export const HoldsPersonalData = (): ClassDecorator => SetMetadata(personalDataHolder, true);

/**
 * What erasing a person does with a column: `deleted` its row goes, `emptied` what it says goes, `pseudonym` it keeps
 * pointing at an account that has no name any more, `impersonal` it is about places and things.
 */
export type ColumnFate = 'deleted' | 'emptied' | 'pseudonym' | 'impersonal';

/** Columns by table, and what erasure does with each. */
export type ColumnFates = Readonly<Record<string, Readonly<Record<string, ColumnFate>>>>;

/** The person whose data are meant. */
export interface DataSubject {
  readonly accountId: string;
  /** Lower case. */
  readonly email: string;
}

/** A heading or a label in plain words. */
export type PlainWords = Readonly<Record<Locale, string>>;

/** One kind of data about a person. */
export interface ExportSection {
  /** Its name in `data.json`. */
  readonly name: string;
  readonly title: PlainWords;
  /** What each field of a row is called for people; every field has a label. */
  readonly labels: Readonly<Record<string, PlainWords>>;
  /** What the codes in a field are called for people; a code that is missing here is shown as it is. */
  readonly words?: Readonly<Record<string, Readonly<Record<string, PlainWords>>>>;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** A file that a person gave us, or that was made of it. */
export interface ExportFile {
  /** Its place in the archive, with forward slashes. */
  readonly path: string;
  readonly isCompressed: boolean;
  /** Opened only when its turn comes. */
  open(): Promise<Readable>;
}

/**
 * What a library does with the personal data in its own tables. One per library; `PersonalDataRegistry` finds them by
 * `@HoldsPersonalData`.
 */
export interface PersonalDataHolder {
  /** Everything in its tables that could be about a person. */
  readonly columns: ColumnFates;
  exportFor(subject: DataSubject): Promise<ExportSection[]>;
  /** Files of the person, besides the rows. */
  exportFiles?(subject: DataSubject): Promise<ExportFile[]>;
  /** Takes everything personal out of its tables, in the transaction that empties the account. */
  erase(tx: Transaction, subject: DataSubject): Promise<void>;
  /**
   * What an erasure leaves to be done after its commit: letting go of times and prints to come, of files, and of what
   * was written while it ran. Comes at least once, and again every day for a month.
   * @param person.addressHash tells the person's address from others without naming it
   */
  settle?(person: { accountId: string; addressHash: string | null }): Promise<void>;
  /**
   * Forgets what has been kept long enough, a batch at a time.
   * @returns whether there may be more
   */
  expire?(now: Date): Promise<boolean>;
}

/** What stands in the place of a name that was erased: every screen can show it, and it says nothing. */
export const erasedName = '–';
