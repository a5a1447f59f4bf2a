// The first thing read: symbol, headline, one sentence, one line of freshness; tab title and icon with it.

import { el, say } from './dom.mjs';
import { symbol, tabIcon } from './symbols.mjs';
import { freshness, headline, meaning } from './words.mjs';

const at = (id) => document.getElementById(id);

let shownTone = '';
let shownHeadline = '';

export function showWhole(view, attempts) {
  const [tone, words] = headline(view);
  if (tone !== shownTone) showTone(tone);
  say(at('headline'), words);
  say(at('meaning'), meaning(view, attempts.code));
  showPage(view, words);
  showAge(view, attempts);
  speak(words);
}

/** Once a second: only the age changes. */
export function showAge(view, attempts) {
  at('freshness').hidden = view.kind === 'none';
  if (view.kind !== 'none') say(at('fresh'), freshness(view, attempts.failures));
  at('dot').classList.toggle('dot-old', !isSeen(view));
}

/** The dot breathes once; restarting an animation needs a layout in between. */
export function breathe() {
  const dot = at('dot');
  dot.classList.remove('dot-new');
  dot.getBoundingClientRect();
  dot.classList.add('dot-new');
}

const isSeen = ({ kind, status }) => kind === 'seen' && status.headline !== 'cannot_see';

function showTone(tone) {
  shownTone = tone;
  at('symbol').replaceChildren(symbol(tone));
  at('icon').href = tabIcon(tone);
}

function showPage(view, words) {
  if (view.status !== null) showOwner(view.status.own);
  const name = view.status?.name ?? at('name').textContent;
  say(at('name'), name);
  const title = `${words} · ${name}`;
  if (document.title !== title) document.title = title;
  const notice = view.status?.notice ?? '';
  say(at('notice'), notice);
  at('notice').hidden = notice === '';
}

/** Logo and colour of the owner. A logo that cannot be had leaves the mark as it was. */
function showOwner({ logo, colour }) {
  const root = document.documentElement;
  root.classList.toggle('owned', colour !== null);
  for (const theme of ['light', 'dark']) root.style.setProperty(`--owned-${theme}`, colour?.[theme] ?? '');
  if (!logo || at('mark').localName === 'img') return;
  const picture = el('img', { src: 'api/v1/logo', alt: '', class: 'mark' });
  picture.addEventListener('load', () => {
    at('mark').replaceWith(picture);
    picture.id = 'mark';
  }, { once: true });
}

/** The live region speaks only when the whole changes, never on the first load. */
function speak(words) {
  if (shownHeadline !== '' && shownHeadline !== words) say(at('spoken'), words);
  shownHeadline = words;
}
