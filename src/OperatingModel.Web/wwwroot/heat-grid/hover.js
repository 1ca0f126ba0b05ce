/**
 * Asks the server for more about the cell at which the user stays: after a moment, one question at a time, each only once until the
 * numbers change.
 */
export const DWELL = 250, PATIENCE = 10_000;

export class HoverLines {
  /**
   * @param {(row: string|null, column: string|null) => Promise<{lines: string[]}|null>} ask
   * @param {(lines: string[]) => void} show called when the answer for the present place is there
   */
  constructor(ask, show) {
    this.#ask = ask;
    this.#show = show;
  }

  #ask;
  #show;
  #timer;
  /** @type {string|null} */
  #present = null;
  #wanted = null;
  #asking = false;
  /** @type {Map<string, string[]>} */
  #known = new Map();

  /** @param {string|null} row @param {string|null} column */
  at(row, column) {
    const key = JSON.stringify([row, column]);
    if (key === this.#present) {
      return;
    }
    this.leave();
    this.#present = key;
    const known = this.#known.get(key);
    if (known) {
      this.#show(known);
    } else {
      this.#timer = setTimeout(() => this.#want({ key, row, column }), DWELL);
    }
  }

  leave() {
    clearTimeout(this.#timer);
    this.#present = null;
    this.#wanted = null;
  }

  /** Drops all answers, also one under way, because the numbers changed. */
  forget() {
    this.#known = new Map();
    this.leave();
  }

  async #want(place) {
    this.#wanted = place;
    if (this.#asking) {
      return;
    }
    this.#asking = true;
    while (this.#wanted) {
      const { key, row, column } = this.#wanted;
      this.#wanted = null;
      const known = this.#known;
      const lines = await this.#answer(row, column);
      known.set(key, lines);
      if (known === this.#known && key === this.#present) {
        this.#show(lines);
      }
    }
    this.#asking = false;
  }

  /** The page as a whole reports a lost connection; here the lines are missing, and the next question may be asked. */
  async #answer(row, column) {
    let giveUp;
    const silence = new Promise(resolve => { giveUp = setTimeout(resolve, PATIENCE, null); });
    try {
      return (await Promise.race([this.#ask(row, column), silence]))?.lines ?? [];
    } catch {
      return [];
    } finally {
      clearTimeout(giveUp);
    }
  }
}
