/**
 * Shows an invented model in the grid and answers its calls as a server would. The address chooses: model=airline|units|company|unknown,
 * theme=light|dark, zoom, palette=heat|step. Any static file server at the root of the repository will do.
 */
import { create } from '../../../src/OperatingModel.Web/wwwroot/heat-grid/heat-grid.js';
import { encodeCells, encodePatch } from '../encode.js';
import { random } from '../random.js';
import { THRESHOLDS, airline, bandOf, company, units } from './models.js';

const query = new URLSearchParams(location.search);
const choice = query.get('model') ?? 'airline';
const model = { airline, units, company, unknown: airline }[choice]();
const factor = 0.01;
const raw = { blank: 32765, '-1': 32766, '-2': 32767 };

if (query.has('theme')) {
  document.documentElement.dataset.theme = query.get('theme');
}

const folded = new Set();
let shown = [];

/** Rows that no folded row hides. */
function visibleRows() {
  let hiddenBelow = Infinity;
  return model.rows.filter(row => {
    if (row.level > hiddenBelow) {
      return false;
    }
    hiddenBelow = folded.has(row.id) ? row.level : Infinity;
    return true;
  });
}

function rawOf(heat) {
  if (Number.isNaN(heat)) {
    return raw.blank;
  }
  if (heat < 0 || choice === 'unknown') {
    return choice === 'unknown' ? raw['-2'] : raw[heat];
  }
  return Math.round(heat / factor);
}

function payload() {
  const values = new Uint16Array(shown.length * model.columns.length);
  const exceptions = [], peaks = [];
  shown.forEach((row, r) => model.heat.get(row.id).forEach((heat, c) => {
    const index = r * model.columns.length + c;
    values[index] = rawOf(heat);
    if (heat >= 0 && choice !== 'unknown') {
      if (bandOf(heat) !== bandOf(values[index] * factor)) { exceptions.push([index, bandOf(heat)]); }
      if (model.peaks.get(row.id).has(c)) { peaks.push(index); }
    }
  }));
  return encodeCells({ rowCount: shown.length, columnCount: model.columns.length, bytesPerValue: 2, values, exceptions, peaks });
}

function push() {
  shown = visibleRows();
  grid.setAxes({
    rows: shown.map(row => ({ ...row, expanded: row.isParent && !folded.has(row.id) })),
    columns: model.columns, groups: model.groups, corner: model.corner,
  });
  grid.setCells(payload());
}

function scale(palette) {
  return {
    name: 'Heat', unit: 'points', factor, decimals: choice === 'units' ? 1 : 0, palette,
    thresholds: THRESHOLDS, firstExclusive: true, bands: ['None', 'Cool', 'Warm', 'Hot', 'Critical'],
  };
}

const log = [];
const server = {
  OnSelect: (row, column) => { document.title = [row, column].filter(Boolean).join(' × '); },
  OnToggle: row => { folded.has(row) ? folded.delete(row) : folded.add(row); setTimeout(push, 30); },
  OnZoom: zoom => { slider.value = String(zoom); },
  OnHover: (row, column) => {
    const heat = model.heat.get(row)[model.columns.findIndex(({ id }) => id === column)];
    const low = Math.max(0, heat - 3).toFixed(0), high = Math.min(100, heat + 5).toFixed(0);
    const known = heat >= 0 && choice !== 'unknown';
    return { lines: known ? [`Between ${low} and ${high}, whatever is still missing`, '11 of 12 scores known'] : ['0 of 4 scores known'] };
  },
};

const grid = create(document.querySelector('#grid'), {
  invokeMethodAsync: async (method, ...args) => { log.push([method, ...args]); return server[method](...args); },
}, JSON.stringify({ zoom: Number(query.get('zoom') ?? 1), locale: 'en' }));

const slider = document.querySelector('#zoom');
slider.value = query.get('zoom') ?? '1';
slider.addEventListener('input', () => grid.setZoom(Number(slider.value)));
document.querySelector('#theme').addEventListener('click', () => {
  const dark = getComputedStyle(document.documentElement).colorScheme === 'dark';
  document.documentElement.dataset.theme = dark ? 'light' : 'dark';
});
document.querySelector('#density').addEventListener('click', () => {
  const { dataset } = document.documentElement;
  dataset.density = dataset.density === 'comfortable' ? 'compact' : 'comfortable';
});

/** Some numbers move, as when a colleague scores. */
export function patch(count = 5, seed = 3) {
  const next = random(seed);
  const changes = new Map();
  for (let i = 0; i < count; i++) {
    const index = Math.floor(next() * shown.length * model.columns.length);
    const heat = next() * 100;
    changes.set(index, { index, value: Math.round(heat / factor), shade: bandOf(heat), peak: next() < 0.1 });
  }
  grid.patchCells(encodePatch([...changes.values()], 2));
}
document.querySelector('#patch').addEventListener('click', () => patch(12, Math.random() * 1e9));

grid.setScale(scale(query.get('palette') ?? 'heat'));
push();

/** For scripts that drive this page. */
Object.assign(window, { grid, model, push, patch, payload, log, shown: () => shown });
