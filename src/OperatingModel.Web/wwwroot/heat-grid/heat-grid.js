/**
 * The heat map grid: it draws a matrix from compact bytes and notifies the page of what the user does.
 *
 *   const grid = create(element, callbacks, '{"zoom":1}');
 *   grid.setAxes({ rows, columns, groups, corner });
 *   grid.setScale({ name, unit, factor, decimals, palette, thresholds, firstExclusive, bands });
 *   grid.setCells(bytes);            // shows all three at once; grid.show(utf8, bytes) does it in one call, scale and axes as JSON
 *   grid.setEditing({ keys, length, cycle, clears, onward });   // cells may be edited; null: they may not
 *
 * payload.js describes the layout of the bytes.
 *
 * @typedef {object} Options
 * @property {number} [zoom] 0.02..1.6
 * @property {number} [rowHeight] CSS pixels at zoom 1; without it the style sheet's density (--row)
 * @property {string} [locale] the locale for numbers; without it the browser's
 *
 * @typedef {object} Listener
 * @property {(row: string|null, column: string|null) => void} select
 * @property {(row: string) => void} toggle
 * @property {(zoom: number) => void} zoom
 * @property {(row: string|null, column: string|null) => Promise<{lines: string[]}|null>} hover
 * @property {(entry: string, from: Place, to: Place) => Promise<boolean>} edit an entry for the cells from..to; answers whether a patch follows
 * @property {(from: Place, to: Place, text: string) => void} paste a text from the clipboard, for the selected cells
 *   and those right of and below them
 * @property {(row: string|null, column: string|null) => void} focus called when the focus has moved, while cells may be edited
 *
 * @typedef {{row: string, column: string}} Place
 *
 * @typedef {{invokeMethodAsync: (method: string, ...args: unknown[]) => Promise<any>}} Callbacks a DotNetObjectReference, or alike
 */
import { Instrument } from './instrument.js';

const utf8 = new TextDecoder();

/** @param {HTMLElement} element @param {Callbacks} callbacks @param {string} [options] JSON of {@link Options} */
export function create(element, callbacks, options) {
  // The page as a whole reports a lost connection, so errors are ignored here.
  const notify = (method, ...args) => { callbacks.invokeMethodAsync(method, ...args).catch(() => {}); };
  const instrument = new Instrument(element, {
    select: (row, column) => notify('OnSelect', row, column),
    toggle: row => notify('OnToggle', row),
    zoom: zoom => notify('OnZoom', zoom),
    hover: (row, column) => callbacks.invokeMethodAsync('OnHover', row, column),
    edit: (entry, from, to) => callbacks.invokeMethodAsync('OnEdit', entry, from.row, from.column, to.row, to.column),
    // As a stream: a block from a spreadsheet may be larger than one message.
    paste: (from, to, text) =>
      notify('OnPaste', from.row, from.column, to.row, to.column, DotNet.createJSStreamReference(new TextEncoder().encode(text))),
    focus: (row, column) => notify('OnFocus', row, column),
  }, options ? JSON.parse(options) : {});
  return {
    setAxes: axes => instrument.setAxes(axes),
    setScale: scale => instrument.setScale(scale),
    setCells: bytes => instrument.setCells(bytes),
    show: (heads, bytes) => {
      const { scale, axes } = JSON.parse(utf8.decode(heads));
      if (scale) {
        instrument.setScale(scale);
      }
      instrument.setAxes(axes);
      instrument.setCells(bytes);
    },
    patchCells: bytes => instrument.patchCells(bytes),
    setEditing: rules => instrument.setEditing(rules ?? null),
    select: (row, column) => instrument.select(row ?? null, column ?? null),
    resend: () => instrument.resend(),
    setZoom: zoom => instrument.setZoom(zoom),
    fit: () => instrument.fit(),
    focus: () => instrument.focus(),
    scrollTo: (row, column) => instrument.scrollTo(row ?? null, column ?? null),
    dispose: () => instrument.dispose(),
  };
}
