// CSS media features of a page in Chromium, as a test asks for them.

const clients = new WeakMap();

/** Sets these features and no others; `{}` is the page without. By one client a page: none can take back what another has set. */
export async function emulateMedia(page, features) {
  if (!clients.has(page)) clients.set(page, await page.createCDPSession());
  await clients.get(page).send('Emulation.setEmulatedMedia', {
    features: Object.entries(features).map(([name, value]) => ({ name, value })),
  });
}
