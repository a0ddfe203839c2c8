/** Counts what is alive in a page: listeners, observers, timers. Its markup goes before all scripts (`theme` of PageOptions). */
import type { ShopPage } from './journey.js';

export interface Counts {
  /** On the window, the document and everything that stands in it, not yet removed or aborted. */
  readonly listeners: number;
  /** MutationObservers that observe something. */
  readonly observers: number;
  /** Timers that are set. */
  readonly timers: number;
}

/** Runs in the page, before anything else in it. */
function keepCount(): void {
  const listeners = new Map<string, EventTarget>();
  const ids = new WeakMap<object, number>();
  let last = 0;
  const idOf = (it: object): number => {
    if (!ids.has(it)) ids.set(it, (last += 1));
    return ids.get(it) as number;
  };
  type Arguments = Parameters<EventTarget['addEventListener']>;
  const nameOf = (target: EventTarget | undefined, [type, callback, options]: Arguments): string => {
    const capture = typeof options === 'object' ? options.capture === true : options === true;
    return [idOf(target ?? window), type, callback ? idOf(callback) : 0, capture].join(' ');
  };
  const target = EventTarget.prototype;
  const add = target.addEventListener;
  const remove = target.removeEventListener;
  target.addEventListener = function (this: EventTarget | undefined, ...given: Arguments): void {
    const name = nameOf(this, given);
    const options = given[2];
    if (typeof options === 'object' && options.signal?.aborted) return;
    // What only waits for its own request, signal or once is no listener of the page.
    if (!(this instanceof AbortSignal) && !(typeof options === 'object' && options.once)) {
      listeners.set(name, this ?? window);
    }
    if (typeof options === 'object' && options.signal) {
      add.call(options.signal, 'abort', () => listeners.delete(name));
    }
    add.apply(this ?? window, given);
  };
  target.removeEventListener = function (this: EventTarget | undefined, ...given: Arguments): void {
    listeners.delete(nameOf(this, given));
    remove.apply(this ?? window, given);
  };

  const observers = new Set<MutationObserver>();
  const { observe, disconnect } = MutationObserver.prototype;
  MutationObserver.prototype.observe = function (...given) {
    observers.add(this);
    observe.apply(this, given);
  };
  MutationObserver.prototype.disconnect = function () {
    observers.delete(this);
    disconnect.call(this);
  };

  const timers = new Set<number>();
  const { setTimeout: start, clearTimeout: stop } = window;
  window.setTimeout = ((act: (...given: unknown[]) => void, ms?: number, ...given: unknown[]) => {
    const timer: number = start(() => {
      timers.delete(timer);
      act(...given);
    }, ms);
    timers.add(timer);
    return timer;
  }) as typeof window.setTimeout;
  window.clearTimeout = (timer) => {
    timers.delete(timer as number);
    stop(timer);
  };

  Object.defineProperty(window, 'pageCounts', {
    value: () => ({
      listeners: [...listeners.values()].filter((it) => !(it instanceof Node) || it.isConnected).length,
      observers: observers.size,
      timers: timers.size,
    }),
  });
}

export const COUNTS = `<script>(${String(keepCount)})()</script>`;

export const countsOf = ({ window }: ShopPage): Counts =>
  (window as unknown as { pageCounts: () => Counts }).pageCounts();
