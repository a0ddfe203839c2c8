/** Watches over a window while hostile strings come into it: what has become of them besides text. */

const TRAPS = ['alert', 'confirm', 'prompt', 'print', 'open'] as const;
const ADDRESSES = /^(?:href|src|srcset|action|formaction|data|poster|background|style|target|xlink:href)$/;

/**
 * The tree under a root, through shadow roots: names of elements and attributes, and the values of those that hold addresses
 * or styles; of texts nothing. A string that stays text leaves it as it was.
 */
export function shapeOf(root: Element | ShadowRoot): string {
  const shadow = root instanceof Element ? root.shadowRoot : null;
  const inside = [...root.children].map((it) => `<${it.localName}${attributesOf(it)}>${shapeOf(it)}`);
  return `${shadow ? `#(${shapeOf(shadow)})` : ''}(${inside.join('')})`;
}

function attributesOf(element: Element): string {
  const names = element.getAttributeNames().sort();
  return names
    .map((name) => (ADDRESSES.test(name) ? ` ${name}=${element.getAttribute(name)}` : ` ${name}`))
    .join('');
}

export interface HostileWatch {
  /** What has happened so far that text never does. */
  readonly seen: readonly string[];
  stop(): void;
}

/**
 * Begins to watch a window: calls of `canary()` and of what opens something, violations of a policy, requests with `canary` in
 * their address, what is put on every object, and where the window is.
 */
export function watchWindow(window: Window & typeof globalThis): HostileWatch {
  const noted: string[] = [];
  const traps = ['canary', ...TRAPS];
  const theirs = window as unknown as Record<string, unknown>;
  const before = traps.map((name) => [name, theirs[name]] as const);
  for (const name of traps) theirs[name] = () => noted.push(`called ${name}`);
  const violated = ({ violatedDirective }: SecurityPolicyViolationEvent): void =>
    void noted.push(`violated ${violatedDirective}`);
  window.addEventListener('securitypolicyviolation', violated);
  const requests = new window.PerformanceObserver((list) => note(list.getEntries()));
  requests.observe({ type: 'resource' });
  const { href } = window.location;
  const { title } = window.document;

  function note(entries: PerformanceEntryList): void {
    const asked = entries.filter(({ name }) => name.includes('canary-beacon'));
    noted.push(...asked.map(({ name }) => `asked for ${name}`));
  }

  return {
    get seen() {
      note(requests.takeRecords());
      const empty = new window.Object() as { polluted?: unknown };
      if (empty.polluted !== undefined) noted.push('polluted every object');
      if (window.location.href !== href) noted.push(`went to ${window.location.href}`);
      if (window.document.title !== title) noted.push('took the title');
      return [...new Set(noted)];
    },
    stop() {
      requests.disconnect();
      window.removeEventListener('securitypolicyviolation', violated);
      for (const [name, value] of before) theirs[name] = value;
    },
  };
}

/** Lets all run that is due. Quicker than a timer, which waits a few milliseconds each time. */
export const turn = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage('');
  });
