// The state of the whole in one line, for other people's pages. It asks as often as the page does.

import { say } from './dom.mjs';
import { fetchStatus, pause, sight } from './feed.mjs';
import { symbol } from './symbols.mjs';
import { freshness, headline } from './words.mjs';

const SECOND = 1000;
const at = (id) => document.getElementById(id);

let latest = null;
let failures = 0;
let shownTone = '';

async function refresh() {
  try {
    latest = await fetchStatus();
    failures = 0;
  } catch {
    failures += 1; // it goes grey by itself when what it has is too old
  }
  show();
  setTimeout(refresh, pause(latest?.status.round ?? 60, failures));
}

function show() {
  const view = sight(latest, performance.now());
  const [tone, words] = headline(view);
  if (tone !== shownTone) at('symbol').replaceChildren(symbol(tone));
  shownTone = tone;
  const name = view.status?.name ?? '';
  say(at('headline'), name === '' ? words : `${name}: ${words}`);
  say(at('fresh'), view.kind === 'none' ? '' : freshness(view, failures));
  document.title = at('headline').textContent;
}

setInterval(show, SECOND);
refresh();
