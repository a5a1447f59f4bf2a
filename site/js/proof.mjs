// The proof: of each operation the last picture that really came, and behind it the one that was expected.

import { el, say } from './dom.mjs';
import { fromNow } from './format.mjs';
import { t } from './language.mjs';
import { readProofs } from './proofs.mjs';

const ADDRESS = 'api/v1/proofs';
const PATIENCE = 10_000;
const ANEW = 600_000;

/** Shows itself once there is a picture. */
export function proofSection(section) {
  const strip = el('ul', { class: 'strip' });
  section.setAttribute('aria-labelledby', 'proof-title');
  section.append(
    el('h2', { id: 'proof-title' }, t('proof.title')),
    el('p', { class: 'proof-what' }, t('proof.what')),
    el('div', { class: 'card proof-strip' }, strip),
  );
  section.hidden = true;
  let tiles = [];
  let asked = -Infinity;
  async function load() {
    const answer = await fetch(ADDRESS, { signal: AbortSignal.timeout(PATIENCE) });
    const proofs = answer.ok ? readProofs(await answer.json()) : [];
    section.hidden = proofs.length === 0;
    tiles = proofs.map(tile);
    strip.replaceChildren(...tiles.map((one) => one.node));
  }
  return {
    async update({ now }) {
      if (performance.now() - asked > ANEW) {
        asked = performance.now();
        await load().catch(() => { asked = -Infinity; });
      }
      for (const one of tiles) one.tick(now);
    },
  };
}

/** Hover and focus show the expected picture in place of the received one. */
function tile(proof) {
  const size = { width: proof.width, height: proof.height, loading: 'lazy', alt: '' };
  const expected = el('img', { ...size, class: 'twin' });
  const age = el('span', { class: 'proof-age' });
  const word = el('span', { class: 'proof-word', 'aria-hidden': 'true' }, t('evidence.expected'));
  const frame = el('span', { class: 'proof-frame' }, el('img', { ...size, src: proof.received }), expected, word);
  const link = el('a', { href: `check.html?id=${proof.check}` }, frame, el('span', { class: 'proof-name', dir: 'auto' }, proof.name), age);
  const reveal = () => {
    if (!expected.hasAttribute('src')) expected.src = proof.expected;
  };
  link.addEventListener('pointerenter', reveal);
  link.addEventListener('focus', reveal);
  return {
    node: el('li', {}, link),
    tick: (now) => say(age, fromNow(proof.at, now)),
  };
}
