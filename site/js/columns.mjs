// Draws the columns of one component: one path per state, for the real width in pixels.

import { mark, svg } from './dom.mjs';
import { column, HEIGHT } from './day.mjs';

const GAP = 2;
const ROUND = 2;
const TONES = ['operational', 'maintenance', 'degraded', 'partial', 'down'];

export function columns() {
  const frame = svg('path', { class: 'frame' });
  const paths = new Map(TONES.map((tone) => [tone, svg('path', { class: `column tone-${tone}` })]));
  const node = svg('svg', { class: 'columns', 'aria-hidden': 'true', focusable: 'false' }, frame, ...paths.values());
  return { node, draw: (days, width) => draw({ node, frame, paths }, days, width) };
}

function draw({ node, frame, paths }, days, width) {
  mark(node, 'viewBox', `0 0 ${width} ${HEIGHT}`);
  const pitch = (width + GAP) / Math.max(1, days.length);
  const lines = new Map(TONES.map((tone) => [tone, '']));
  let frames = '';
  days.forEach((day, index) => {
    const box = { x: index * pitch, width: pitch - GAP };
    const { parts, full } = column(day, index === days.length - 1);
    if (!full) frames += bar({ x: box.x + 0.5, width: box.width - 1, top: 0.5, bottom: HEIGHT - 0.5, first: true, last: true });
    let bottom = HEIGHT;
    parts.forEach(({ tone, height }, level) => {
      const top = bottom - height;
      const path = bar({ ...box, top, bottom, first: level === 0, last: level === parts.length - 1 });
      lines.set(tone, lines.get(tone) + path);
      bottom = top;
    });
  });
  mark(frame, 'd', frames);
  for (const [tone, path] of paths) mark(path, 'd', lines.get(tone));
}

/** A bar with round corners at the foot when first, at the head when last. */
function bar({ x, width, top, bottom, first, last }) {
  const foot = first ? Math.min(ROUND, width / 3, (bottom - top) / 2) : 0;
  const head = last ? Math.min(ROUND, width / 3, (bottom - top) / 2) : 0;
  const n = (value) => Math.round(value * 100) / 100;
  return `M${n(x)} ${n(bottom - foot)}V${n(top + head)}q0 ${n(-head)} ${n(head)} ${n(-head)}h${n(width - 2 * head)}`
    + `q${n(head)} 0 ${n(head)} ${n(head)}V${n(bottom - foot)}q0 ${n(foot)} ${n(-foot)} ${n(foot)}`
    + `h${n(-(width - 2 * foot))}q${n(-foot)} 0 ${n(-foot)} ${n(-foot)}z`;
}
