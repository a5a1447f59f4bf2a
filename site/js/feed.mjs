// Fetches the status document, knows how old it is without ever asking the visitor's clock, and judges what
// may be claimed: old, missing or odd data is never a claim about the service.

import { readStatus } from './read.mjs';

const ADDRESS = 'api/v1/status';
const PATIENCE = 10_000;
const SHORTEST = 5;
const LONGEST = 60;

/**
 * @returns {Promise<{status: object, serverNow: number, received: number}>} the document, the server's
 *     time at its arrival and performance.now() at that moment
 * @throws {Error} with `code` of the API's error when there is one
 */
export async function fetchStatus() {
  const answer = await fetch(ADDRESS, { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) });
  const received = performance.now();
  const text = await answer.text();
  if (!answer.ok) throw refusal(answer.status, text);
  const status = readStatus(text);
  return { status, received, serverNow: serverTime(answer.headers) ?? status.generatedAt };
}

function refusal(status, text) {
  const error = new Error(`status ${status}`);
  try {
    error.code = JSON.parse(text).error.code;
  } catch {
    error.code = ''; // not our error shape: a proxy answered
  }
  return error;
}

/** When the answer left the origin, plus the seconds it has since lain in caches. */
function serverTime(headers) {
  const date = Date.parse(headers.get('Date') ?? '');
  const age = Number(headers.get('Age') ?? 0);
  return Number.isNaN(date) ? null : date + (age > 0 ? age * 1000 : 0);
}

/** Milliseconds until the next request: the monitor's own pace, sooner after a failure. */
export function pause(roundSeconds, failures) {
  const pace = Math.min(Math.max(roundSeconds, SHORTEST), LONGEST);
  return 1000 * (failures === 0 ? pace : Math.min(pace, SHORTEST * 2 ** Math.min(failures - 1, 6)));
}

/**
 * @param {?{status: object, serverNow: ?number, received: number}} latest newest good answer
 * @param {number} ticks performance.now()
 * @returns {{kind: 'seen'|'stale'|'none', status: ?object, age: ?number, now: number}} age in
 *     milliseconds; now is the server's clock, carried on
 */
export function sight(latest, ticks) {
  if (latest === null) return { kind: 'none', status: null, age: null, now: 0 };
  const { status, serverNow, received } = latest;
  if (serverNow === null || status.dataThrough === null) {
    return { kind: 'stale', status, age: null, now: serverNow ?? 0 };
  }
  const now = serverNow + (ticks - received);
  const age = now - status.dataThrough;
  // A slot may end a little after its data came; more than that is a wrong clock somewhere.
  const fromTheFuture = age < -1000 * (status.round + 60);
  const stale = fromTheFuture || age > 1000 * status.staleAfter;
  return { kind: stale ? 'stale' : 'seen', status, age: fromTheFuture ? null : Math.max(0, age), now };
}
