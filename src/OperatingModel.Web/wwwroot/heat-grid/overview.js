/**
 * Paints the whole instrument on one canvas, for cells that are too small to read or too many to be elements.
 */
import { HEADER, TOP_LEVEL } from './axes.js';
import { Brush } from './brush.js';
import { SMALLEST_WITH_LINES, edge, isBranchEdge, windowOf } from './geometry.js';
import { paintColumnHead, paintCorner, paintRowHead } from './overview-heads.js';
import { Hatch, raster } from './raster.js';
import { FACE_BLANK, HOTTEST_SHADE } from './scale.js';
import { boxOf, origin } from './view.js';

const SMALLEST_WITH_PEAKS = 8, SMALLEST_WITH_INSETS = 14, LARGEST_PEAK = 7, BAR = 4;
/** The size of the hatch at the lower edge of a cell that is assessed in part; the style sheet has the same values. */
const STRIP = 5, STRIP_SHARE = 0.2, STRIP_CLOSENESS = 1.5;
const WHOLE = 0, QUARTERS = [4, 3, 2, 1];

/** @typedef {import('./view.js').View} View */

export class Overview {
  /** @param {HTMLCanvasElement} canvas @param {import('./tokens.js').Tokens} tokens */
  constructor(canvas, tokens) {
    this.#brush = new Brush(canvas, tokens);
  }

  #brush;
  /** @type {ImageData|null} */
  #image = null;

  /** @param {View} view @param {Iterable<number>} changed cells to highlight */
  paint(view, changed) {
    const { geometry, scroll } = view;
    const rows = windowOf(scroll.y, geometry.viewHeight, geometry.cellHeight, geometry.rowCount, 0);
    const columns = windowOf(scroll.x, geometry.viewWidth, geometry.cellWidth, geometry.columnCount, 0);
    this.#brush.begin(geometry.width, geometry.height, geometry.grain);
    this.#cells(view, rows, columns);
    this.#brush.within(geometry.headWidth, geometry.headHeight, geometry.viewWidth, geometry.viewHeight, () => {
      this.#separators(view, rows, columns);
      this.#contents(view, rows, columns);
      this.#outlines(view, changed);
    });
    paintRowHead(this.#brush, view, rows);
    paintColumnHead(this.#brush, view, columns);
    paintCorner(this.#brush, view);
  }

  #cells({ picture, geometry, scroll }, rows, columns) {
    const { tokens, pen } = this.#brush;
    const { grain, cellWidth, cellHeight } = geometry;
    const width = Math.floor(geometry.viewWidth * grain), height = Math.floor(geometry.viewHeight * grain);
    if (width <= 0 || height <= 0) {
      return;
    }
    if (this.#image?.width !== width || this.#image.height !== height) {
      this.#image = new ImageData(width, height);
    }
    const shift = { x: Math.round(scroll.x * grain), y: Math.round(scroll.y * grain) };
    raster({
      pixels: new Uint32Array(this.#image.data.buffer), width, height,
      firstRow: rows.first, firstColumn: columns.first,
      rowEdges: edgesOf(rows, cellHeight, grain, shift.y), columnEdges: edgesOf(columns, cellWidth, grain, shift.x),
      face: (row, column) => picture.face(row, column),
      unknown: (row, column) => picture.unknownQuarters(row, column),
      strip: Math.max(1, Math.round(Math.min(STRIP, cellHeight * STRIP_SHARE) * grain)),
      layers: this.#layers(picture.scale.palette, geometry.readable),
      hatch: new Hatch(width, grain, tokens.pixel('hatch'), tokens.pixel('hatch-ground')),
      stripHatch: new Hatch(width, grain, tokens.pixel('hatch'), tokens.pixel('hatch-ground'), STRIP_CLOSENESS),
      hatchShift: geometry.readable ? null : shift.x + shift.y,
      ground: tokens.pixel('surface'), line: tokens.pixel('line'),
      gap: Math.min(cellWidth, cellHeight) < SMALLEST_WITH_LINES ? 0 : Math.max(1, Math.round(grain)),
    });
    pen.putImageData(this.#image, Math.round(geometry.headWidth * grain), Math.round(geometry.headHeight * grain));
  }

  /** Returns the colours by face. With the user's own colours, the filled part of a cell shows the band, or a bar beside its number. */
  #layers(palette, readable) {
    const { tokens } = this.#brush;
    return (tokens.forced && !readable ? QUARTERS : [WHOLE]).map(quarter => {
      const colours = new Uint32Array(FACE_BLANK + 1).fill(tokens.pixel('surface'));
      for (let shade = 0; shade <= HOTTEST_SHADE; shade++) {
        if (quarter === WHOLE) {
          colours[shade] = tokens.pixel(`${palette}-${shade}`);
        } else if (shade >= quarter) {
          colours[shade] = tokens.pixel('ink');
        }
      }
      return colours;
    });
  }

  #separators(view, rows, columns) {
    const { picture: { axes }, geometry } = view;
    const { x, y } = origin(view);
    for (let row = Math.max(1, rows.first); row < rows.end; row++) {
      if (isBranchEdge(axes.levels, row, geometry.cellHeight)) {
        this.#brush.fill('line-strong', x, y + edge(row, geometry.cellHeight, geometry.grain) - 1, geometry.bodyWidth, 1);
      }
    }
    for (const { first } of axes.spans) {
      if (first > columns.first && first < columns.end) {
        this.#brush.fill('line-strong', x + edge(first, geometry.cellWidth, geometry.grain) - 1, y, 1, geometry.bodyHeight);
      }
    }
  }

  /** Paints the numbers, dots and corners for which there is room. */
  #contents(view, rows, columns) {
    const { picture, geometry: { readable, cellHeight, cellWidth, textStep } } = view;
    const size = this.#brush.tokens.text(textStep);
    const corners = Math.min(cellHeight, cellWidth) >= SMALLEST_WITH_PEAKS;
    if (!readable && !corners) {
      return;
    }
    for (let row = rows.first; row < rows.end; row++) {
      for (let column = columns.first; column < columns.end; column++) {
        const face = picture.face(row, column);
        if (face === FACE_BLANK && !picture.text(row, column, face)) {
          continue;
        }
        const { x, y, width, height } = boxOf(view, { row, column });
        if (readable && this.#brush.tokens.forced && face <= HOTTEST_SHADE) {
          this.#brush.fill('ink', x, y + (height - 1) * (1 - face / HOTTEST_SHADE), BAR, (height - 1) * face / HOTTEST_SHADE);
        }
        const text = readable ? picture.text(row, column, face) : '';
        if (text) {
          const colour = picture.typed(row, column) !== undefined ? 'ink'
            : face <= HOTTEST_SHADE ? `${picture.scale.palette}-${face}-ink` : 'ink-faint';
          const weight = face > HOTTEST_SHADE ? 700 : picture.axes.levels[row] === TOP_LEVEL ? 600 : 400;
          this.#brush.stamp(text, colour, weight, size, { x, y, width: width - 1, height: Math.floor(cellHeight) - 1 });
        }
        if (corners && picture.isPeak(row, column)) {
          this.#peak(x + width - 1, y, Math.min(LARGEST_PEAK, height / 2, width / 2));
        }
      }
    }
  }

  #peak(right, top, size) {
    const { pen, tokens } = this.#brush;
    pen.fillStyle = tokens.colour('peak');
    pen.beginPath();
    pen.moveTo(right - size, top);
    pen.lineTo(right, top);
    pen.lineTo(right, top + size);
    pen.fill();
  }

  #outlines(view, changed) {
    const outline = (spot, colour, weight, halo) => {
      if (spot && spot.row !== HEADER && spot.column !== HEADER) {
        this.#brush.outline(colour, weight, outlined(view, spot), halo);
      }
    };
    for (const index of changed) {
      outline({ row: Math.floor(index / view.geometry.columnCount), column: index % view.geometry.columnCount }, 'ink', 2);
    }
    outline(view.hover, 'ink', 1);
    outline(view.selected, 'accent', 2);
    if (view.range) {
      const from = boxOf(view, { row: view.range.top, column: view.range.left });
      const to = boxOf(view, { row: view.range.bottom, column: view.range.right });
      this.#brush.outline('accent', 1, { x: from.x, y: from.y, width: to.x + to.width - from.x, height: to.y + to.height - from.y });
    }
    outline(view.keyboard ? view.active : null, 'focus', 2, 2);
  }
}

/** Returns the box of an outline: the cell without its gutter, or a frame around a cell that is too small to hold one. */
function outlined(view, spot) {
  const { x, y, width, height } = boxOf(view, spot);
  const around = Math.min(width, height) < SMALLEST_WITH_INSETS ? 2 : 0;
  return { x: x - around, y: y - around, width: width - 1 + 2 * around, height: height - 1 + 2 * around };
}

const edgesOf = ({ first, end }, size, grain, shift) =>
  Array.from({ length: end - first + 1 }, (_, i) => Math.round((first + i) * size * grain) - shift);
