/**
 * Keeps one element per wanted index, in order, and reuses elements of indices that left the window for those that came in.
 *
 * @template {{element: HTMLElement}} Item
 */
export class Lane {
  /** @param {HTMLElement} parent the elements are appended to it @param {() => Item} make */
  constructor(parent, make) {
    this.#parent = parent;
    this.#make = make;
  }

  #parent;
  #make;
  /** @type {Map<number, Item>} in order */
  #shown = new Map();
  /** @type {Item[]} */
  #idle = [];

  /** @returns {IterableIterator<[number, Item]>} */
  entries() { return this.#shown.entries(); }

  get(index) { return this.#shown.get(index); }

  /** @param {number[]} indices rising @param {(item: Item, index: number) => void} bind called for those that came in */
  show(indices, bind) {
    const before = this.#shown;
    const wanted = new Set(indices);
    for (const [index, item] of before) {
      if (!wanted.has(index)) {
        item.element.remove();
        this.#idle.push(item);
      }
    }
    this.#shown = new Map();
    for (const index of indices) {
      const kept = before.get(index);
      const item = kept ?? this.#idle.pop() ?? this.#make();
      this.#shown.set(index, item);
      if (!kept) {
        bind(item, index);
      }
    }
    this.#arrange();
    this.#idle.length = Math.min(this.#idle.length, indices.length);
  }

  /** Puts the elements into reading order, which is document order; only those that came in are moved. */
  #arrange() {
    let next = null;
    for (const { element } of [...this.#shown.values()].reverse()) {
      if (element.parentNode !== this.#parent || element.nextSibling !== next) {
        this.#parent.insertBefore(element, next);
      }
      next = element;
    }
  }
}
