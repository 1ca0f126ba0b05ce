/**
 * Paints on a canvas with the colours and fonts of the style sheet, in CSS pixels, and places text as the browser would.
 */
const DIGIT = /[0-9]/;

export class Brush {
  /** @param {HTMLCanvasElement} canvas @param {import('./tokens.js').Tokens} tokens */
  constructor(canvas, tokens) {
    this.#canvas = canvas;
    this.pen = canvas.getContext('2d', { alpha: false });
    this.tokens = tokens;
  }

  #canvas;
  #version = -1;
  #grain = 1;
  #metrics = { ascent: 0, descent: 0 };
  /** @type {Map<string, string>} */
  #shortened = new Map();
  /** @type {Map<string, HTMLCanvasElement>} */
  #stamps = new Map();

  begin(width, height, grain) {
    const across = Math.round(width * grain), down = Math.round(height * grain);
    if (this.#canvas.width !== across || this.#canvas.height !== down) {
      this.#canvas.width = across;
      this.#canvas.height = down;
      this.#canvas.style.width = `${width}px`;
      this.#canvas.style.height = `${height}px`;
    }
    if (this.#version !== this.tokens.version || this.#grain !== grain || this.#shortened.size > 20_000) {
      this.#version = this.tokens.version;
      this.#grain = grain;
      this.#shortened.clear();
      this.#stamps.clear();
    }
    this.pen.setTransform(grain, 0, 0, grain, 0, 0);
    this.fill('surface', 0, 0, width, height);
  }

  fill(colour, x, y, width, height) {
    this.pen.fillStyle = this.tokens.colour(colour);
    this.pen.fillRect(x, y, width, height);
  }

  /** Paints only inside a box. */
  within(x, y, width, height, paint) {
    this.pen.save();
    this.pen.beginPath();
    this.pen.rect(x, y, width, height);
    this.pen.clip();
    paint();
    this.pen.restore();
  }

  /** Draws a line inside the box, with `halo` pixels of background on its inner side. */
  outline(colour, weight, { x, y, width, height }, halo = 0) {
    const ring = (name, inset, thickness) => {
      this.pen.strokeStyle = this.tokens.colour(name);
      this.pen.lineWidth = thickness;
      this.pen.strokeRect(x + inset, y + inset, width - 2 * inset, height - 2 * inset);
    };
    if (halo > 0) {
      ring('surface', weight + halo / 2, halo);
    }
    ring(colour, weight / 2, weight);
  }

  letters(colour, weight, align, size = this.tokens.text(12)) {
    this.pen.font = this.tokens.font(size, weight);
    this.pen.fillStyle = this.tokens.colour(colour);
    this.pen.textAlign = align;
    this.pen.textBaseline = 'alphabetic';
    this.#metrics = metricsOf(this.pen, this.#grain);
  }

  /** Writes in the chosen font on a line of a given height; an ellipsis cuts a text that has no room. */
  write(text, x, top, lineHeight, room = Infinity) {
    this.pen.fillText(room === Infinity ? text : this.#fit(text, room), x, this.#baseline(top, lineHeight));
  }

  widthOf(text) { return this.pen.measureText(text).width; }

  /** Writes on one or two lines that end at a bottom edge; the first line is filled first, as the browser does. */
  writeAbove(text, x, bottom, lineHeight, room) {
    const words = text.split(' ');
    let count = words.length;
    while (count > 1 && !this.#fits(words.slice(0, count).join(' '), room)) {
      count--;
    }
    const lines = [words.slice(0, count).join(' '), words.slice(count).join(' ')].filter(Boolean);
    lines.reverse().forEach((line, i) => this.write(line, x, bottom - (i + 1) * lineHeight, lineHeight, room));
  }

  /** Writes with digits of equal width, which a canvas does not offer. @returns {number} the width */
  writeTabular(text, x, top, lineHeight) {
    const baseline = this.#baseline(top, lineHeight);
    return tabular(this.pen, text, (letter, offset) => this.pen.fillText(letter, x + offset, baseline));
  }

  /** Writes a number in the middle of a cell. Each number is drawn once and copied from then on. */
  stamp(text, colour, weight, size, { x, y, width, height }) {
    const key = `${text} ${colour} ${weight} ${size} ${height}`;
    let stamp = this.#stamps.get(key);
    if (!stamp) {
      stamp = this.#cut(text, colour, weight, size, height);
      this.#stamps.set(key, stamp);
    }
    this.pen.drawImage(stamp, this.#snap(x + (width - stamp.width / this.#grain) / 2), y, stamp.width / this.#grain, stamp.height / this.#grain);
  }

  #cut(text, colour, weight, size, height) {
    const image = document.createElement('canvas');
    const pen = image.getContext('2d');
    pen.font = this.tokens.font(size, weight);
    image.width = Math.ceil(tabular(pen, text, () => {}) * this.#grain);
    image.height = Math.ceil(height * this.#grain);
    pen.setTransform(this.#grain, 0, 0, this.#grain, 0, 0);
    pen.font = this.tokens.font(size, weight);
    pen.fillStyle = this.tokens.colour(colour);
    this.#metrics = metricsOf(pen, this.#grain);
    const baseline = this.#baseline(0, height);
    tabular(pen, text, (letter, offset) => pen.fillText(letter, offset, baseline));
    return image;
  }

  /** Returns the baseline of a line. Browsers lay lines out in whole device pixels, and give the odd pixel to the lower half. */
  #baseline(top, lineHeight) {
    const { ascent, descent } = this.#metrics;
    const leading = Math.floor((lineHeight * this.#grain - ascent - descent) / 2);
    return this.#snap(top) + (leading + ascent) / this.#grain;
  }

  #snap(length) { return Math.round(length * this.#grain) / this.#grain; }

  #fits(text, room) { return this.widthOf(text) <= room; }

  #fit(text, room) {
    const key = `${Math.floor(room)} ${this.pen.font} ${text}`;
    let fitting = this.#shortened.get(key);
    if (fitting === undefined) {
      fitting = text;
      for (let length = text.length - 1; length > 0 && !this.#fits(fitting, room); length--) {
        fitting = `${text.slice(0, length).trimEnd()}…`;
      }
      fitting = this.#fits(fitting, room) ? fitting : '';
      this.#shortened.set(key, fitting);
    }
    return fitting;
  }
}

/** Returns the metrics of the chosen font, in device pixels. */
function metricsOf(pen, grain) {
  const { fontBoundingBoxAscent, fontBoundingBoxDescent } = pen.measureText('0');
  return { ascent: Math.round(fontBoundingBoxAscent * grain), descent: Math.round(fontBoundingBoxDescent * grain) };
}

/** Calls `draw` with every character and its offset. @returns {number} the width */
function tabular(pen, text, draw) {
  const figure = pen.measureText('0').width;
  let x = 0;
  for (const letter of text) {
    const own = pen.measureText(letter).width;
    const width = DIGIT.test(letter) ? figure : own;
    draw(letter, x + (width - own) / 2);
    x += width;
  }
  return x;
}
