// Fetches the status document and knows how old it is without ever asking the visitor's clock.

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
