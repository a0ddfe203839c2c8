// Starts WebKitGTK's MiniBrowser under WebKitWebDriver and, where there is no screen, Xvfb; speaks W3C WebDriver with
// fetch, so it needs no package from npm. Debian: apt-get install webkit2gtk-driver xvfb
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { freePort } from '../support/free-port.mjs';

/** Path of the MiniBrowser program, or undefined when it is not installed. */
export function findMiniBrowser() {
  if (process.env.WEBKIT_MINIBROWSER) return process.env.WEBKIT_MINIBROWSER;
  for (const base of ['/usr/lib', '/usr/libexec']) {
    if (!existsSync(base)) continue;
    const dirs = [
      base,
      ...readdirSync(base)
        .filter((d) => d.endsWith('-linux-gnu'))
        .map((d) => `${base}/${d}`),
    ];
    for (const dir of dirs) {
      for (const version of ['webkitgtk-6.0', 'webkit2gtk-4.1', 'webkit2gtk-4.0']) {
        const path = `${dir}/${version}/MiniBrowser`;
        if (existsSync(path)) return path;
      }
    }
  }
  return undefined;
}

const startXvfb = () =>
  new Promise((resolve, reject) => {
    // '-displayfd 3' lets the server choose a free display and tell which.
    const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Xvfb ended early (${code})`)));
    child.stdio[3].once('data', (data) => resolve({ child, display: `:${String(data).trim()}` }));
  });

const hasXvfb = () => spawnSync('Xvfb', ['-help'], { stdio: 'ignore' }).error === undefined;

const endGroup = (pid) => {
  try {
    process.kill(-pid);
  } catch {
    // It has ended already.
  }
};

/** One browser window, driven over WebDriver. */
export class WebKitSession {
  #children = [];
  #base;
  #id;

  async #call(method, path, body, signal) {
    const headers = { 'content-type': 'application/json' };
    const request =
      body === undefined ? { method, signal } : { method, signal, headers, body: JSON.stringify(body) };
    const response = await fetch(`${this.#base}${path}`, request);
    const { value } = await response.json();
    if (!response.ok) throw new Error(`WebKitWebDriver ${path}: ${value?.error}: ${value?.message}`);
    return value;
  }

  /** A command of the session, such as `send('POST', '/url', { url })`. */
  send(method, path, body) {
    return this.#call(method, `/session/${this.#id}${path}`, body);
  }

  async #ready() {
    for (let tries = 0; ; tries += 1) {
      try {
        return await this.#call('GET', '/status');
      } catch (error) {
        if (tries > 100) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  }

  async start() {
    const binary = findMiniBrowser();
    if (!binary)
      throw new Error('MiniBrowser of WebKitGTK not found (Debian: apt-get install webkit2gtk-driver)');
    let { DISPLAY } = process.env;
    if (hasXvfb()) {
      const { child, display } = await startXvfb();
      this.#children.push(child);
      DISPLAY = display;
    }
    const port = await freePort();
    // LANG: without it navigator.language is "C", which no Intl constructor takes.
    const locale = { LANG: 'en_US.UTF-8', LANGUAGE: 'en_US', LC_ALL: undefined };
    const env = { ...process.env, ...locale, DISPLAY, NO_AT_BRIDGE: '1' };
    // A group of its own: a browser that hangs is ended with its driver.
    const driver = spawn('WebKitWebDriver', [`--port=${port}`], { stdio: 'ignore', env, detached: true });
    this.#children.push({ kill: () => endGroup(driver.pid) });
    process.once('exit', () => endGroup(driver.pid));
    this.#base = `http://127.0.0.1:${port}`;
    await this.#ready();
    const session = await this.#call('POST', '/session', {
      capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { binary, args: ['--automation'] } } },
    });
    this.#id = session.sessionId;
  }

  async end() {
    // A browser that hangs would never answer.
    const signal = AbortSignal.timeout(5_000);
    if (this.#id) await this.#call('DELETE', `/session/${this.#id}`, undefined, signal).catch(() => {});
    for (const child of this.#children.reverse()) child.kill();
  }
}
