// Whose fault it is: a pure function of what this browser saw and what the monitor says. Knows no network and no page.
//
// What was seen of a picture is one of:
//   right   it came, and its colours are those of the test card
//   wrong   something came that is not the picture
//   shown   it can be shown, but its origin forbids reading it
//   hidden  something answered that may be neither shown nor read
//   error   the answer says why there is no picture, with `status`
//   late    no answer in time
//   silent  no connection came about
//   barred  the browser does not ask: http on a page of https

const ANSWERED = ['right', 'wrong', 'shown', 'hidden', 'error'];
const THERE = ['right', 'shown'];
const WELL = ['works', 'slow', 'maintenance'];
const SLOW = 5000;

/**
 * @param {{online: boolean, monitor: string, service: {seen: string, status?: number, ms?: number}, origin: {seen: string}}} facts
 *     monitor is the headline of the status document, "cannot_see" where nothing is known
 * @returns {{verdict: string, tone: string}} a key of the words, and a colour
 */
export function judge(facts) {
  const verdict = verdictOf(facts);
  return { verdict, tone: TONES[verdict] };
}

const TONES = {
  offline: 'unknown',
  works: 'operational',
  shown: 'operational',
  worksUnseen: 'operational',
  worksForYou: 'partial',
  slowForYou: 'degraded',
  limited: 'degraded',
  blocked: 'degraded',
  service: 'down',
  serviceHere: 'partial',
  serviceUnseen: 'partial',
  cardOrigin: 'unknown',
  changed: 'partial',
  changedUnseen: 'partial',
  path: 'degraded',
  network: 'degraded',
  unclear: 'unknown',
};

function verdictOf({ online, monitor, service, origin }) {
  if (!online) return 'offline';
  const well = WELL.includes(monitor);
  const trouble = !well && monitor !== 'cannot_see';
  switch (service.seen) {
    case 'right': return arrived(service, well, trouble);
    case 'shown': return trouble ? 'worksForYou' : 'shown';
    case 'error': return refused(service.status, origin, well, trouble);
    case 'hidden': return trouble ? 'service' : 'blocked';
    case 'wrong': return trouble ? 'service' : well ? 'changed' : 'changedUnseen';
    case 'late':
    case 'silent': return unreached(origin, well, trouble);
    default: return 'unclear';
  }
}

function arrived({ ms }, well, trouble) {
  if (trouble) return 'worksForYou';
  if (!well) return 'worksUnseen';
  return ms > SLOW ? 'slowForYou' : 'works';
}

function refused(status, origin, well, trouble) {
  if (status === 429) return 'limited';
  if (status === 403) return 'blocked';
  if (trouble) return 'service';
  if ([400, 404].includes(status) && !THERE.includes(origin.seen)) return 'cardOrigin';
  return well ? 'serviceHere' : 'serviceUnseen';
}

function unreached(origin, well, trouble) {
  if (trouble) return 'service';
  if (!ANSWERED.includes(origin.seen)) return well ? 'network' : 'unclear';
  return well ? 'path' : 'unclear';
}

/**
 * The visitor's own picture, once it is known how the service is for this visitor.
 *
 * @param {string} verdict of {@link judge}
 * @param {{seen: string}} direct from its own place
 * @param {{seen: string, status?: number}} through the service
 * @returns {{verdict: string, tone: string}}
 */
export function judgeOwn(verdict, direct, through) {
  const own = ownVerdict(verdict, direct, through);
  return { verdict: own, tone: OWN_TONES[own] };
}

const OWN_TONES = {
  ownWorks: 'operational',
  ownCopy: 'degraded',
  ownLimited: 'degraded',
  ownRefused: 'partial',
  ownOrigin: 'down',
  ownTurned: 'partial',
  ownService: 'down',
  ownUnproven: 'unknown',
};

function ownVerdict(verdict, direct, through) {
  const there = THERE.includes(direct.seen);
  if (THERE.includes(through.seen)) return there || direct.seen === 'barred' ? 'ownWorks' : 'ownCopy';
  if (through.status === 429 || through.status === 403) return 'ownLimited';
  if (through.seen === 'error' && through.status === 400) return 'ownRefused';
  if (['service', 'serviceHere', 'serviceUnseen'].includes(verdict)) return 'ownService';
  if (through.seen === 'error' && through.status >= 500) return there ? 'ownService' : 'ownOrigin';
  if (through.seen === 'error') return there ? 'ownTurned' : direct.seen === 'barred' ? 'ownUnproven' : 'ownOrigin';
  return there || direct.seen === 'barred' ? 'ownUnproven' : 'ownOrigin';
}
