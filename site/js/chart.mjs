// The speed of the last 24 hours, drawn for the real width so that its text keeps its size.

import { svg } from './dom.mjs';
import { hourOfDay, milliseconds } from './format.mjs';

const HOUR = 3_600_000;
const HEIGHT = 200;
const TOP = 12;
const FOOT = 26;
const LEFT = 56;
const RIGHT = 40;
const NARROW = 300;
const LABEL_GAP = 15;
export const LINES = ['p50', 'p95', 'p99'];

/**
 * @param {number} width in pixels, divided by `larger`
 * @param {number} larger how much larger than usual the text is
 * @returns {SVGElement} the picture; what it says stands beside it as text
 */
export function chart(hours, width, larger) {
  const scale = scales(hours, width);
  return svg(
    'svg',
    {
      class: 'chart', viewBox: `0 0 ${width} ${HEIGHT}`, width: width * larger, height: HEIGHT * larger,
      'aria-hidden': 'true', focusable: 'false',
    },
    ...horizontal(scale), ...vertical(scale), band(hours, scale),
    ...LINES.flatMap((name) => line(hours, name, scale)), ...labels(hours, scale),
  );
}

/** The hour under a place of the chart. */
export function hourAt(hours, width, x) {
  const { start, span, right } = scales(hours, width);
  const wanted = start + Math.floor(((x - LEFT) / (right - LEFT)) * (span / HOUR)) * HOUR;
  return hours.find((hour) => hour.hour === wanted) ?? null;
}

function scales(hours, width) {
  const start = hours.at(-1).hour - 23 * HOUR;
  const values = hours.flatMap((hour) => LINES.map((name) => hour[name])).filter((value) => value !== null);
  const step = niceStep(Math.max(...values, 1) / 3);
  const top = step * Math.ceil((Math.max(...values, 1) * 1.04) / step);
  const right = width - RIGHT;
  return {
    start, span: 24 * HOUR, step, top, right,
    x: (instant) => LEFT + ((instant + HOUR / 2 - start) / (24 * HOUR)) * (right - LEFT),
    y: (value) => TOP + (1 - value / top) * (HEIGHT - TOP - FOOT),
  };
}

function niceStep(rough) {
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * [1, 2, 5, 10].find((factor) => factor * power >= rough);
}

function horizontal({ step, top, right, y }) {
  const marks = [];
  for (let value = 0; value <= top + step / 2; value += step) {
    marks.push(svg('line', { class: 'rule', x1: LEFT, x2: right, y1: y(value), y2: y(value) }));
    if (value > 0) marks.push(label({ x: LEFT - 8, y: y(value) + 4 }, milliseconds(value), 'axis-text end'));
  }
  return marks;
}

function vertical({ start, right, x }) {
  const marks = [];
  const every = right - LEFT < NARROW ? 12 : 6;
  for (let hour = start; hour < start + 24 * HOUR; hour += HOUR) {
    const place = x(hour) - (right - LEFT) / 48;
    if (new Date(hour).getHours() % every === 0 && place < right - 12) {
      marks.push(svg('line', { class: 'rule', x1: place, x2: place, y1: HEIGHT - FOOT, y2: HEIGHT - FOOT + 5 }));
      marks.push(label({ x: place, y: HEIGHT - 6 }, hourOfDay(hour), 'axis-text middle'));
    }
  }
  return marks;
}

function label({ x, y }, text, kind) {
  return svg('text', { class: kind, x, y }, text);
}

/** Runs of neighbouring hours with a value: a gap in the data stays a gap in the line. */
function runs(hours, name) {
  const found = [];
  hours.forEach((hour) => {
    if (hour[name] === null) return;
    const last = found.at(-1);
    if (last !== undefined && hour.hour - last.at(-1).hour === HOUR) last.push(hour);
    else found.push([hour]);
  });
  return found;
}

const point = (n) => Math.round(n * 10) / 10;

function band(hours, { x, y }) {
  const whole = hours.map((hour) => (hour.p95 === null ? { ...hour, p50: null } : hour));
  const d = runs(whole, 'p50').filter((run) => run.length > 1).map((run) => {
    const upper = run.map((hour) => `${point(x(hour.hour))} ${point(y(hour.p95))}`);
    const lower = run.map((hour) => `${point(x(hour.hour))} ${point(y(hour.p50))}`).reverse();
    return `M${[...upper, ...lower].join('L')}z`;
  });
  return svg('path', { class: 'band', d: d.join('') });
}

function line(hours, name, { x, y }) {
  const parts = runs(hours, name);
  const d = parts.filter((run) => run.length > 1)
    .map((run) => `M${run.map((hour) => `${point(x(hour.hour))} ${point(y(hour[name]))}`).join('L')}`);
  const alone = parts.filter((run) => run.length === 1)
    .map(([hour]) => svg('circle', { class: `spot ${name}`, cx: x(hour.hour), cy: y(hour[name]), r: 2.5 }));
  return [svg('path', { class: `line ${name}`, d: d.join('') }), ...alone];
}

/** At the right end of each line, pushed apart where they would touch. */
function labels(hours, { right, y }) {
  let lowest = HEIGHT - FOOT + LABEL_GAP;
  return LINES.flatMap((name) => {
    const last = hours.findLast((hour) => hour[name] !== null);
    if (last === undefined) return [];
    lowest = Math.min(y(last[name]) + 4, lowest - LABEL_GAP);
    return [label({ x: right + 6, y: lowest }, name, `line-name ${name}`)];
  });
}
