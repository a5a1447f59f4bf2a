// The last picture of a check that came as it must, beside the one that was computed for it.

import { el } from '../dom.mjs';
import { t } from '../language.mjs';
import { readProofs } from '../proofs.mjs';
import { stamp } from '../told.mjs';
import { ask } from './ask.mjs';
import { heading } from './parts.mjs';

/** Nothing for a check that has no picture. */
export async function lastGood(check, now) {
  const proofs = await ask('api/v1/proofs').then(({ document }) => readProofs(document)).catch(() => []);
  const proof = proofs.find((one) => one.check === check);
  if (proof === undefined) return [];
  return [
    heading(t('check.lastGood')),
    el('div', { class: 'card padded pair' },
      picture(proof.expected, t('evidence.expected'), proof),
      picture(proof.received, t('evidence.received'), proof),
      el('p', { class: 'small' }, stamp(proof.at, now), ' · ', el('bdi', {}, proof.place))),
  ];
}

function picture(address, name, { width, height }) {
  const image = el('img', { src: address, width, height, alt: name });
  return el('figure', {}, image, el('figcaption', { 'aria-hidden': 'true' }, name));
}
