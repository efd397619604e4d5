import type { StatedFacts } from '../slicers/stated-facts.js';

/** Most text a packed file may hold; the longest real prints stay far below. */
export const mostTextBytes = 2 * 1024 * 1024 * 1024;

/** The plain G-code of a print file, whatever it is packed in. */
export interface PrintText {
  /** False for plain G-code: there the file itself is what a printer gets. */
  readonly isPacked: boolean;
  /**
   * False when the text's closing comments are put there by us, and do not show that the file was written to its end.
   */
  readonly endIsMarked: boolean;
  /** Pictures that lie beside the text, the best first. */
  readonly pictures: readonly Buffer[];
  /** What is stated beside the text; the text itself is believed before it. */
  readonly stated: Partial<StatedFacts>;
  /**
   * Reads the text from its beginning, as often as one likes. A piece holds only until the next one is asked for:
   * copy what must outlive it.
   * @throws RefusedFile when the file turns out to be broken
   */
  read(): AsyncIterable<Buffer>;
}
