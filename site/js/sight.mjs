// What may be claimed now. Old, missing or odd data is never a claim about the service.

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
