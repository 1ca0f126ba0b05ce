/**
 * Rows, columns and column groups of a heat map, and how to find them again by their ids.
 *
 * @typedef {{id: string, code?: string, label: string, level: number, isParent?: boolean, expanded?: boolean,
 *   note?: string, flag?: string, fixed?: boolean}} Row
 *   flag: a word at the end of the row's header; note: its meaning, shown with the row's name; fixed: the row's cells cannot be edited
 * @typedef {{id: string, code?: string, label: string, title?: string, group?: string, note?: string}} Column
 * @typedef {{id: string, label: string}} Group
 * @typedef {{id: string, label: string, first: number, end: number}} Span columns first..end-1
 */

export const HEADER = -1, TOP_LEVEL = 1;

export class Axes {
  /** @param {{rows: Row[], columns: Column[], groups?: Group[], corner?: string}} options */
  constructor({ rows, columns, groups, corner }) {
    this.rows = rows;
    this.columns = columns;
    this.corner = corner ?? '';
    this.spans = spansOf(columns, groups ?? []);
    const top = rows.reduce((least, { level }) => Math.min(least, level), Infinity);
    /** Levels in what is shown: 1 is the highest, also when only a branch is shown. */
    this.levels = rows.map(({ level }) => level - top + 1);
    this.#groupStarts = new Set(this.spans.slice(1).map(({ first }) => first));
    this.#rowIndex = indexOf(rows, 'row');
    this.#columnIndex = indexOf(columns, 'column');
  }

  #rowIndex;
  #columnIndex;
  #groupStarts;

  /** Index of a row, HEADER without an id or when it is not here. */
  rowIndex(id) { return this.#rowIndex.get(id) ?? HEADER; }
  columnIndex(id) { return this.#columnIndex.get(id) ?? HEADER; }
  rowId(index) { return this.rows[index]?.id ?? null; }
  columnId(index) { return this.columns[index]?.id ?? null; }

  /** Whether a group begins at this column and is not the first. */
  beginsGroup(column) { return this.#groupStarts.has(column); }

  /** Index of the row's parent, HEADER at the top. */
  parentOf(index) {
    const { level } = this.rows[index];
    let parent = index - 1;
    while (parent >= 0 && this.rows[parent].level >= level) {
      parent--;
    }
    return parent;
  }

  /** Index of the top row of the row's branch. */
  branchOf(index) {
    let top = index;
    for (let parent = this.parentOf(index); parent !== HEADER; parent = this.parentOf(parent)) {
      top = parent;
    }
    return top;
  }

  /** Index in other axes of the row, or of its nearest parent that is there. @param {Axes} other */
  survivorIn(other, index) {
    for (let row = index; row !== HEADER; row = this.parentOf(row)) {
      const found = other.rowIndex(this.rowId(row));
      if (found !== HEADER) {
        return found;
      }
    }
    return HEADER;
  }
}

function indexOf(items, what) {
  const index = new Map();
  items.forEach((item, i) => {
    if (index.has(item.id)) {
      throw new Error(`Two ${what}s have the id ${item.id}.`);
    }
    index.set(item.id, i);
  });
  return index;
}

/** Neighbouring columns of one group make one span; without groups there are no spans. @returns {Span[]} */
function spansOf(columns, groups) {
  if (groups.length === 0) {
    return [];
  }
  const labels = new Map(groups.map(group => [group.id, group.label]));
  const spans = [];
  columns.forEach(({ group = '' }, i) => {
    const last = spans.at(-1);
    if (last?.id === group) {
      last.end = i + 1;
    } else {
      spans.push({ id: group, label: labels.get(group) ?? '', first: i, end: i + 1 });
    }
  });
  return spans;
}
