// A small Web Test Runner launcher for WebKitGTK: one window, one test file at a time.
import { WebKitSession } from './webkit-session.mjs';

const KEYS = {
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  Space: ' ',
  Backspace: '\uE003',
  Delete: '\uE017',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Home: '\uE011',
  End: '\uE010',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Meta: '\uE03D',
};

/** Files that one browser serves before a new one takes over: in a long life its memory grows, and it crashes. */
const MOST_SERVED = 25;

class WebKitLauncher {
  name = 'WebKit';
  type = 'webdriver';
  concurrency = 1;
  #active = new Map();
  #session;
  #served = 0;

  async initialize(config) {
    this.config = config;
  }

  async startSession(id, url) {
    this.#active.set(id, url);
    if (this.#served >= MOST_SERVED) await this.#drop();
    this.#served += 1;
    try {
      await this.#opened();
    } catch {
      // The browser has crashed with the file before: this one is to have one that lives.
      await this.#drop();
      await this.#opened();
    }
    // Not awaited: the page stays busy for as long as its tests run.
    this.#session.send('POST', '/url', { url }).catch(() => {});
  }

  async #opened() {
    if (!this.#session) {
      this.#session = new WebKitSession();
      await this.#session.start();
    }
    await this.#session.send('POST', '/window/rect', { width: 1024, height: 800 });
  }

  async #drop() {
    const session = this.#session;
    this.#session = undefined;
    this.#served = 0;
    await session?.end();
  }

  isActive(id) {
    return this.#active.has(id);
  }

  getBrowserUrl(id) {
    return this.#active.get(id);
  }

  async stopSession(id) {
    this.#active.delete(id);
    // A browser that has crashed has nothing left to stop; the runner has said so by then.
    await this.#session?.send('POST', '/url', { url: 'about:blank' }).catch(() => this.#drop());
    return { testCoverage: undefined };
  }

  async startDebugSession() {
    throw new Error('Debugging in WebKitGTK is not supported by this launcher.');
  }

  stop() {
    return this.#drop();
  }

  // What @web/test-runner-commands calls for browsers of type 'webdriver':
  #actions(actions) {
    return this.#session.send('POST', '/actions', { actions });
  }

  sendKeys(_id, keys) {
    const actions = keys.flatMap((key) => {
      const value = KEYS[key] ?? key;
      return [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ];
    });
    return this.#actions([{ type: 'key', id: 'keyboard', actions }]);
  }

  /** Presses keys together, such as ['Shift', 'Tab']. */
  chord(keys) {
    const values = keys.map((key) => KEYS[key] ?? key);
    return this.#actions([
      {
        type: 'key',
        id: 'keyboard',
        actions: [
          ...values.map((value) => ({ type: 'keyDown', value })),
          ...values.toReversed().map((value) => ({ type: 'keyUp', value })),
        ],
      },
    ]);
  }

  #pointer(...actions) {
    return this.#actions([{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }]);
  }

  sendMouseMove(_id, x, y) {
    return this.#pointer({ type: 'pointerMove', duration: 0, x, y });
  }

  sendMouseClick(_id, x, y, button = 'left') {
    const code = ['left', 'middle', 'right'].indexOf(button);
    return this.#pointer(
      { type: 'pointerMove', duration: 0, x, y },
      { type: 'pointerDown', button: code },
      { type: 'pointerUp', button: code },
    );
  }

  sendMouseDown(_id, button = 'left') {
    return this.#pointer({ type: 'pointerDown', button: ['left', 'middle', 'right'].indexOf(button) });
  }

  sendMouseUp(_id, button = 'left') {
    return this.#pointer({ type: 'pointerUp', button: ['left', 'middle', 'right'].indexOf(button) });
  }

  resetMouse() {
    return this.#session.send('DELETE', '/actions');
  }
}

export const webkitLauncher = () => new WebKitLauncher();
