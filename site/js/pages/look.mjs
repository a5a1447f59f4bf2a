// Looks at a picture as this browser gets it: asks, measures, decodes, and compares it with the test card.

const PATIENCE = 20_000;
const TOLERANCE = 14;
const MOST_BYTES = 30_000_000;

/**
 * @param {string} address absolute; what nobody asked for before is the caller's to add
 * @param {?object} card the colours that the picture must have, null where any picture will do
 * @returns {Promise<{seen: string, status?: number, ms: number, message?: string, picture?: HTMLImageElement, off?: number}>}
 */
export async function look(address, card) {
  if (location.protocol === 'https:' && address.startsWith('http:')) return { seen: 'barred', ms: 0 };
  const start = performance.now();
  const ms = () => Math.round(performance.now() - start);
  try {
    const answer = await fetch(address, { ...ASKING, mode: 'cors', signal: AbortSignal.timeout(PATIENCE) });
    if (!answer.ok) return { seen: 'error', status: answer.status, ms: ms(), message: await reason(answer) };
    const picture = await answer.blob();
    return { ...(await looked(picture, card)), status: answer.status, ms: ms() };
  } catch (error) {
    if (error.name === 'TimeoutError') return { seen: 'late', ms: ms() };
    return { ...(await unreadable(address)), ms: ms() };
  }
}

const ASKING = { cache: 'no-store', credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'follow' };

/** The service says in JSON why there is no picture. */
async function reason(answer) {
  try {
    const said = JSON.parse((await answer.text()).slice(0, 4000));
    return typeof said.message === 'string' ? said.message.slice(0, 300) : '';
  } catch {
    return '';
  }
}

async function looked(blob, card) {
  if (blob.size > MOST_BYTES) return { seen: 'wrong' };
  const picture = await shownFrom(URL.createObjectURL(blob));
  if (picture === null) return { seen: 'wrong' };
  if (card === null) return { seen: 'right', picture };
  const off = difference(picture, card);
  return { seen: off <= TOLERANCE ? 'right' : 'wrong', picture, off };
}

/** Its origin forbids reading it, or there is no way to it: an image element tells the two apart. */
async function unreadable(address) {
  const picture = await shownFrom(address);
  if (picture !== null) return { seen: 'shown', picture };
  try {
    await fetch(address, { ...ASKING, mode: 'no-cors', signal: AbortSignal.timeout(PATIENCE) });
    return { seen: 'hidden' };
  } catch (error) {
    return { seen: error.name === 'TimeoutError' ? 'late' : 'silent' };
  }
}

function shownFrom(address) {
  return new Promise((resolve) => {
    const picture = new Image();
    const give = setTimeout(() => resolve(null), PATIENCE);
    picture.referrerPolicy = 'no-referrer';
    picture.addEventListener('load', () => { clearTimeout(give); resolve(picture); });
    picture.addEventListener('error', () => { clearTimeout(give); resolve(null); });
    picture.src = address;
  });
}

/**
 * How far the middles of the card's cells are off, at the worst: 0 to 255. A cell of checks has the
 * mean of its two colours.
 */
export function difference(picture, card) {
  const { width, height } = card;
  const canvas = Object.assign(document.createElement('canvas'), { width: width / 2, height: height / 2 });
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const size = card.cell / 2;
  let worst = 0;
  card.colours.forEach((row, y) => row.forEach((colour, x) => {
    const middle = pen.getImageData(x * size + size / 4, y * size + size / 4, size / 2, size / 2).data;
    worst = Math.max(worst, ...channels(middle).map((mean, channel) => Math.abs(mean - wanted(card, x, y, colour)[channel])));
  }));
  return Math.round(worst);
}

function wanted({ checker_cells: cells, checker }, x, y, colour) {
  const checked = cells.some(([column, row]) => column === x && row === y);
  return checked ? checker.dark.map((dark, channel) => (dark + checker.light[channel]) / 2) : colour;
}

function channels(data) {
  const sums = [0, 0, 0];
  for (let at = 0; at < data.length; at += 4) {
    for (let channel = 0; channel < 3; channel += 1) sums[channel] += data[at + channel];
  }
  return sums.map((sum) => sum / (data.length / 4));
}
