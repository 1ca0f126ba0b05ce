/**
 * The header above the columns: groups, stage labels, and the corner.
 */
import { HEADER } from './axes.js';
import { columnWindow, indices, startOf } from './detail.js';
import { element } from './frame.js';
import { edge } from './geometry.js';
import { Lane } from './recycle.js';

export class ColumnHead {
  /** @param {HTMLElement} head */
  constructor(head) {
    this.#head = head;
    this.#groups = element('div', 'hg-groups', { role: 'row', 'aria-rowindex': '1' });
    this.#labels = element('div', 'hg-labels', { role: 'row' });
    this.#corner = element('div', 'hg-corner', { role: 'columnheader', 'aria-colindex': '1' });
    const track = element('div', 'hg-track', { role: 'presentation' });
    this.#labels.append(this.#corner, track);
    head.append(this.#groups, this.#labels);
    this.#spans = new Lane(this.#groups, () => new SpanElement());
    this.#columns = new Lane(track, () => new ColumnElement());
  }

  #head;
  #groups;
  #labels;
  #corner;
  #spans;
  #columns;
  #axes = null;

  /** @param {import('./view.js').View} view */
  show(view, idOf) {
    const { picture: { axes }, geometry, active, headRows } = view;
    if (axes !== this.#axes) {
      this.#axes = axes;
      this.#corner.textContent = axes.corner;
      this.#labels.setAttribute('aria-rowindex', String(headRows));
    }
    this.#groups.hidden = geometry.groupHeight === 0;
    const columns = columnWindow(view);
    this.#head.style.setProperty('--hg-start', startOf(view, columns));
    this.#head.classList.toggle('hg-turned', geometry.turned);
    const spans = axes.spans.flatMap(({ first, end }, i) => (end > columns.first && first < columns.end ? [i] : []));
    this.#spans.show(spans, () => {});
    for (const [index, span] of this.#spans.entries()) {
      span.show(geometry, axes.spans[index]);
    }
    this.#columns.show(indices(columns, active.column), column => column.bind());
    for (const [index, column] of this.#columns.entries()) {
      column.show(view, index, index < columns.first || index >= columns.end, idOf(HEADER, index));
    }
  }

  clear() {
    this.#spans.show([], () => {});
    this.#columns.show([], () => {});
  }
}

class SpanElement {
  constructor() {
    this.element = element('div', 'hg-group', { role: 'columnheader' });
    this.#label = element('span', '');
    this.element.append(this.#label);
  }

  #label;
  #span = null;
  #cellWidth = Number.NaN;

  /** @param {import('./geometry.js').Geometry} geometry @param {import('./axes.js').Span} span */
  show({ cellWidth, grain, columnCount }, span) {
    if (span === this.#span && cellWidth === this.#cellWidth) {
      return;
    }
    this.#span = span;
    this.#cellWidth = cellWidth;
    const left = edge(span.first, cellWidth, grain);
    this.element.style.left = `${left}px`;
    this.element.style.width = `${edge(span.end, cellWidth, grain) - left}px`;
    this.element.setAttribute('aria-colindex', String(span.first + 2));
    this.element.setAttribute('aria-colspan', String(span.end - span.first));
    this.element.classList.toggle('hg-last', span.end === columnCount);
    this.#label.textContent = span.label;
  }
}

class ColumnElement {
  constructor() {
    this.element = element('div', 'hg-column-head', { role: 'columnheader' });
    this.#label = element('span', '');
    this.element.append(this.#label);
  }

  #label;
  #axes = null;
  #width = Number.NaN;

  bind() { this.#axes = null; }

  show(view, index, away, id) {
    const { picture: { axes }, geometry: { cellWidth, grain }, pointed, selected, active } = view;
    if (axes !== this.#axes) {
      this.#axes = axes;
      this.element.id = id;
      this.element.dataset.column = axes.columnId(index);
      this.element.setAttribute('aria-colindex', String(index + 2));
      this.element.setAttribute('aria-label', view.picture.describe(HEADER, index));
      this.#label.textContent = axes.columns[index].label;
    }
    const width = edge(index + 1, cellWidth, grain) - edge(index, cellWidth, grain);
    if (width !== this.#width) {
      this.#width = width;
      this.element.style.width = `${width}px`;
    }
    const names = ['hg-column-head'];
    if (axes.columns[index].note) { names.push('hg-noted'); }
    if (pointed?.column === index) { names.push('hg-hovered'); }
    if (selected?.column === index) { names.push(selected.row === HEADER ? 'hg-selected' : 'hg-chosen'); }
    if (active.column === index && active.row === HEADER) { names.push('hg-active'); }
    if (away) { names.push('hg-away'); }
    const className = names.join(' ');
    if (className !== this.element.className) {
      this.element.className = className;
      this.element.setAttribute('aria-selected', String(selected?.column === index && selected.row === HEADER));
    }
  }
}
