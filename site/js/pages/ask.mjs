// Fetches a document of the API, and knows when it came by the server's clock.

const PATIENCE = 15_000;

/**
 * @returns {Promise<{document: object, now: number}>} the JSON object and the server's time
 * @throws {Error} with `status`, 0 where no answer came
 */
export async function ask(path) {
  const answer = await fetched(path);
  const text = await answer.text();
  if (!answer.ok) throw failure(answer.status);
  const document = parsed(text);
  const date = Date.parse(answer.headers.get('Date') ?? '');
  const age = Number(answer.headers.get('Age') ?? 0);
  return { document, now: Number.isNaN(date) ? Date.now() : date + (age > 0 ? age * 1000 : 0) };
}

async function fetched(path) {
  try {
    return await fetch(path, { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) });
  } catch {
    throw failure(0);
  }
}

function parsed(text) {
  try {
    const document = JSON.parse(text);
    if (typeof document === 'object' && document !== null && !Array.isArray(document)) return document;
  } catch {
    // falls through: half an answer is none
  }
  throw failure(0);
}

function failure(status) {
  const error = new Error(`status ${status}`);
  error.status = status;
  return error;
}
