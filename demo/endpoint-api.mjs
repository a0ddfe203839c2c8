/*
 * Asks the demo's endpoint as a merchant's own system would: with a key, over the public API.
 *
 * A key in a page is for this demo only, whose server gives it away. A shop's key stays on the shop's server.
 */

let key;

/** The demo's key, or a failure where no server gives one: in the demo as static files. */
async function findKey() {
  const reply = await fetch('/endpoint/key.json');
  if (!reply.ok) throw new Error(`status ${reply.status}`);
  return (await reply.json()).key;
}

/** Sends a request; `{ status, body }` of its answer. */
export async function ask(method, path, body) {
  key ??= findKey();
  const headers = { authorization: `Bearer ${await key}` };
  if (body !== undefined) headers['content-type'] = 'application/json';
  const reply = await fetch(`/endpoint${path}`, { method, headers, body: body && JSON.stringify(body) });
  return { status: reply.status, body: await reply.json() };
}

/** Says in the page whether the endpoint is there; resolves to whether it is. */
export async function showStatus() {
  const place = document.querySelector('[data-endpoint-status]');
  try {
    key ??= findKey();
    await key;
    place.textContent = 'The endpoint runs. What you do here is gone when you end the demo.';
    place.classList.add('note--good');
    return true;
  } catch {
    place.textContent =
      'There is no endpoint here: these pages are files only. Start the demo with “npm start”, and they work.';
    place.classList.add('note--warn');
    return false;
  }
}
