// A state is a word, a shape and a colour; any two of them are enough to read it.

import { el, svg } from './dom.mjs';
import { stateWord } from './words.mjs';

/** From worst to best, as columns are stacked from the foot and as the legend reads backwards. */
export const TONES = ['down', 'partial', 'degraded', 'maintenance', 'unknown', 'operational'];

const SHAPES = {
  operational: 'M12 1a11 11 0 1 1 0 22a11 11 0 1 1 0-22z',
  degraded: 'M10.3 2.6a2 2 0 0 1 3.4 0l9 16.3a2 2 0 0 1-1.7 3.1h-18a2 2 0 0 1-1.7-3.1z',
  partial: 'M10.7 1.1a1.9 1.9 0 0 1 2.6 0l9.6 9.6a1.9 1.9 0 0 1 0 2.6l-9.6 9.6a1.9 1.9 0 0 1-2.6 0l-9.6-9.6a1.9 1.9 0 0 1 0-2.6z',
  down: 'M7.9 1h8.2l6.9 6.9v8.2l-6.9 6.9h-8.2l-6.9-6.9v-8.2z',
  maintenance: 'M5 1.5h14a3.5 3.5 0 0 1 3.5 3.5v14a3.5 3.5 0 0 1-3.5 3.5h-14a3.5 3.5 0 0 1-3.5-3.5v-14a3.5 3.5 0 0 1 3.5-3.5z',
  unknown: 'M12 2.2a9.8 9.8 0 1 1 0 19.6a9.8 9.8 0 1 1 0-19.6z',
};

const GLYPHS = {
  operational: 'M7.2 12.4l3.4 3.4l6.4-7',
  degraded: 'M12 9v5M12 17.9v.1',
  partial: 'M12 6.8v6.2M12 16.9v.1',
  down: 'M8.4 8.4l7.2 7.2M15.6 8.4l-7.2 7.2',
  maintenance: 'M12 7.5v9M7.5 12h9',
  unknown: 'M9.3 9.6a2.8 2.8 0 1 1 4.1 2.4c-1 .6-1.4 1-1.4 2M12 17v.1',
};

const TAB_COLOURS = {
  operational: '#1f8a4c',
  degraded: '#d08a00',
  partial: '#d9650f',
  down: '#d8383e',
  maintenance: '#2f62c4',
  unknown: '#7d858d',
};

/** The shape alone, hidden from screen readers: the word stands beside it. */
export function symbol(tone) {
  return svg(
    'svg',
    { class: `symbol tone-${tone}`, viewBox: '0 0 24 24', 'aria-hidden': 'true', focusable: 'false' },
    svg('path', { class: 'shape', d: SHAPES[tone] }),
    svg('path', { class: 'glyph', d: GLYPHS[tone] }),
  );
}

/** Shape and word, kept up to date in place. */
export function badge(kind) {
  const word = el('span');
  const node = el('p', { class: `badge ${kind}` }, word);
  let shown = '';
  return {
    node,
    show(tone, text = stateWord(tone)) {
      if (shown === `${tone} ${text}`) return;
      shown = `${tone} ${text}`;
      word.textContent = text;
      node.className = `badge ${kind} tone-${tone}`;
      node.replaceChildren(symbol(tone), word);
    },
  };
}

/** The icon of the browser's tab as a data address. */
export function tabIcon(tone) {
  const colour = TAB_COLOURS[tone];
  const shape = tone === 'unknown'
    ? `fill="none" stroke="${colour}" stroke-width="2.4" stroke-dasharray="4 2.6"`
    : `fill="${colour}"`;
  const glyph = tone === 'unknown' ? colour : '#fff';
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path ${shape} d="${SHAPES[tone]}"/>`
    + `<path fill="none" stroke="${glyph}" stroke-width="2.6" stroke-linecap="round" d="${GLYPHS[tone]}"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(picture)}`;
}
