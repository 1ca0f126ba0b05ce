/**
 * A canvas that paints with the style sheet's colours and letters, in CSS pixels, and sets text where the browser would.
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

  /** A line inside the box, and room on its inner side for `halo` pixels of ground. */
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

  /** Writes in the letters chosen before, on a line of some height; cut with an ellipsis when there is no room. */
  write(text, x, top, lineHeight, room = Infinity) {
    this.pen.fillText(room === Infinity ? text : this.#fit(text, room), x, this.#baseline(top, lineHeight));
  }

  widthOf(text) { return this.pen.measureText(text).width; }

  /** Writes on one or two lines, above a given height; the first is filled first, as the browser does. */
  writeAbove(text, x, bottom, lineHeight, room) {
    const words = text.split(' ');
    let count = words.length;
    while (count > 1 && !this.#fits(words.slice(0, count).join(' '), room)) {
      count--;
    }
    const lines = [words.slice(0, count).join(' '), words.slice(count).join(' ')].filter(Boolean);
    lines.reverse().forEach((line, i) => this.write(line, x, bottom - (i + 1) * lineHeight, lineHeight, room));
  }

  /** Writes with figures of one width, which a canvas does not know. @returns {number} the width */
  writeTabular(text, x, top, lineHeight) {
    const baseline = this.#baseline(top, lineHeight);
    return tabular(this.pen, text, (letter, offset) => this.pen.fillText(letter, x + offset, baseline));
  }

  /** A number in the middle of a cell. Each is drawn once and stamped from then on. */
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

  /** Browsers lay lines out in whole device pixels, and give the odd one to the lower half. */
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

/** Of the letters chosen, in device pixels. */
function metricsOf(pen, grain) {
  const { fontBoundingBoxAscent, fontBoundingBoxDescent } = pen.measureText('0');
  return { ascent: Math.round(fontBoundingBoxAscent * grain), descent: Math.round(fontBoundingBoxDescent * grain) };
}

/** Calls `draw` with every letter and its place. @returns {number} the width */
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
