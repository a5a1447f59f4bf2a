// Puts the parts together: fetch, judge what may be claimed, show, wait, again.

import { componentGroups } from './components.mjs';
import { later, style } from './dom.mjs';
import { fetchStatus, pause, sight } from './feed.mjs';
import { learn, translate } from './language.mjs';
import { plannedCards } from './planned.mjs';
import { troubleCards } from './troubles.mjs';
import { breathe, showAge, showWhole } from './whole.mjs';

const SECOND = 1000;
const AGAIN = 5 * SECOND;
const at = (id) => document.getElementById(id);

const phone = matchMedia('(max-width: 37.5em)');
const troubles = troubleCards(at('troubles'));
const groups = componentGroups(at('groups'));
const planned = plannedCards(at('planned'));
const parts = { speed: null, proof: null, past: null, foot: null };

let latest = null;
let attempts = { failures: 0, code: '' };
let shownKind = '';
let begun = false;
let timer = 0;
let asking = false;
let asked = -Infinity;

async function refresh() {
  clearTimeout(timer);
  if (asking) return;
  asking = true;
  asked = performance.now();
  const before = latest;
  try {
    latest = await fetchStatus();
    attempts = { failures: 0, code: '' };
    show();
    if (latest.status.dataThrough !== before?.status.dataThrough) breathe();
  } catch (error) {
    latest = before; // an answer that cannot be shown is as good as none
    attempts = { failures: attempts.failures + 1, code: error.code ?? '' };
    show();
  }
  asking = false;
  timer = setTimeout(refresh, pause(latest?.status.round ?? 60, attempts.failures));
}

/** Everything, in place; what the visitor looks at stays where it is. */
function show() {
  const view = sight(latest, performance.now());
  const anchor = anchorPoint();
  document.documentElement.classList.toggle('grey', view.kind !== 'seen');
  showWhole(view, attempts);
  troubles.update(view.kind === 'seen' ? view : null);
  planned.update(view.kind === 'none' ? null : view);
  troubles.tick(view.now);
  if (view.status !== null) showData(view);
  shownKind = view.kind;
  restore(anchor);
}

function showData(view) {
  groups.update(view.status.groups, { grey: view.kind !== 'seen', days: phone.matches ? 45 : 90 });
  for (const part of Object.values(parts)) part?.update(view);
  if (!begun) laterParts();
  begun = true;
  draw();
}

function draw() {
  groups.draw();
  parts.speed?.draw();
}

/** Once a second the age goes on; when it passes the limit, everything changes. */
function tick() {
  const view = sight(latest, performance.now());
  if (view.kind !== shownKind) show();
  else showAge(view, attempts);
  troubles.tick(view.now);
}

/** The first part in view and where it stands; nothing to hold at the top of the page. */
function anchorPoint() {
  if (scrollY === 0) return null;
  const part = [...document.querySelectorAll('.row, #speed, #proof, #past, #footer')].find((one) => one.getBoundingClientRect().bottom > 0);
  return part === undefined ? null : { part, top: part.getBoundingClientRect().top };
}

function restore(anchor) {
  if (anchor?.part.isConnected) scrollBy({ top: anchor.part.getBoundingClientRect().top - anchor.top, behavior: 'instant' });
}

function soon() {
  if (document.visibilityState === 'visible' && performance.now() - asked > AGAIN) refresh();
}

function laterParts() {
  later(at('speed'), async () => {
    const [{ speedSection }] = await Promise.all([import('./speed.mjs'), style('css/speed.css'), learn('below')]);
    parts.speed = speedSection(at('speed'));
    showPart(parts.speed);
  });
  later(at('proof'), async () => {
    const [{ proofSection }] = await Promise.all([import('./proof.mjs'), style('css/proof.css'), learn('below')]);
    parts.proof = proofSection(at('proof'));
    showPart(parts.proof);
  });
  later(at('past'), async () => {
    const [{ pastSection }] = await Promise.all([import('./past.mjs'), style('css/past.css'), learn('below')]);
    parts.past = pastSection(at('past'));
    showPart(parts.past);
  });
  later(at('footer'), async () => {
    const [{ footSection }] = await Promise.all([import('./foot.mjs'), style('css/foot.css'), learn('below')]);
    parts.foot = footSection(at('footer'));
    showPart(parts.foot);
  });
}

function showPart(part) {
  const view = sight(latest, performance.now());
  if (view.status !== null) part.update(view);
  draw();
}

async function subscribe() {
  const [{ openSubscribe }] = await Promise.all([import('./subscribe.mjs'), style('css/subscribe.css'), learn('subscribe')]);
  openSubscribe({ mail: latest?.status.subscriptions ?? false, groups: latest?.status.groups ?? [] });
}

translate(document);
at('subscribe').addEventListener('click', () => subscribe().catch(() => at('footer').scrollIntoView()));
addEventListener('online', soon);
document.addEventListener('visibilitychange', soon);
phone.addEventListener('change', show);
new ResizeObserver(draw).observe(at('main'));
setInterval(tick, SECOND);
refresh();
