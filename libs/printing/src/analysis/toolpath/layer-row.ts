/** Steps a run can count. */
const longestRun = 32_767;
const startCapacity = 4096;

/** One layer of a toolpath while it is written: a row of int16, grown as needed. */
export class LayerRow {
  private words = new Int16Array(startCapacity);
  private length = 0;
  /** Where the header of the present run stands; its count is written when it ends. */
  private runAt = 0;
  private runSteps = 0;
  private runLays = false;

  get bytes(): number {
    return this.length * Int16Array.BYTES_PER_ELEMENT;
  }

  begin(x: number, y: number): void {
    this.length = 0;
    this.runSteps = 0;
    this.push(x);
    this.push(y);
  }

  step(dx: number, dy: number, lays: boolean): void {
    if (this.runSteps === 0 || lays !== this.runLays || this.runSteps === longestRun) this.beginRun(lays);
    this.runSteps += 1;
    this.push(dx);
    this.push(dy);
  }

  /** @returns a copy of the row; the way to the next layer, on which nothing is laid, is left out */
  end(): Buffer {
    if (this.runSteps > 0 && !this.runLays) this.length = this.runAt;
    else this.endRun();
    return Buffer.from(this.words.slice(0, this.length).buffer);
  }

  private beginRun(lays: boolean): void {
    this.endRun();
    this.runAt = this.length;
    this.runLays = lays;
    this.push(0);
  }

  private endRun(): void {
    if (this.runSteps > 0) this.words[this.runAt] = (this.runSteps << 1) | (this.runLays ? 1 : 0);
    this.runSteps = 0;
  }

  /** Int16Array takes the number modulo 2¹⁶, and so does whoever adds the steps up. */
  private push(word: number): void {
    if (this.length === this.words.length) {
      const larger = new Int16Array(this.length * 2);
      larger.set(this.words);
      this.words = larger;
    }
    this.words[this.length++] = word;
  }
}
