// Reads the list of last good pictures.

import { instant, measure, objects, words } from './read.mjs';

const ID = /^[a-z0-9-]{1,63}\.[a-z0-9-]{1,63}$/;
const CHECK = /^[a-z0-9-]{1,63}$/;

/** Those that can be shown, with addresses that change with the picture. */
export function readProofs(value) {
  return objects(value?.proofs)
    .filter((one) => ID.test(one.id) && CHECK.test(one.checkId) && instant(one.at) !== null)
    .map((one) => ({
      check: one.checkId,
      name: words(one.check) || one.checkId,
      place: words(one.place),
      at: instant(one.at),
      width: measure(one.width) || 1,
      height: measure(one.height) || 1,
      received: `api/v1/proofs/${one.id}/received?${one.at.replace(/\D/g, '')}`,
      expected: `api/v1/proofs/${one.id}/expected.png?${one.at.replace(/\D/g, '')}`,
    }));
}
