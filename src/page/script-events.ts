import type { Platform, ReadJson } from '../platforms/platform.js';
import { addLineFields } from './card-line-fields.js';

/** jQuery, as far as it is used: its events are no DOM events. */
type Query = (element: Element) => Wrapped;

interface Wrapped {
  on(type: string, heard: (event: unknown, ...told: readonly unknown[]) => void): void;
  off(type: string): void;
}

type Bus = Readonly<Record<'on' | 'off' | 'removeListener', unknown>>;

const NAMESPACE = '.backorder-elements';

/**
 * Events that no DOM listener hears: those of jQuery, and those of a shop system's own emitter. Either may come later than we do,
 * be replaced, be something else of that name, or not be there at all. Nothing that is done here may break their own scripts.
 */
export class ScriptEvents {
  readonly #platform: Platform;
  readonly #take: (json: unknown, read: ReadJson, from: Element) => Promise<void>;
  readonly #hooked = new Map<Element, Wrapped>();
  #bus: object | undefined;
  #leave: (() => void) | undefined;

  /** @param take called with what an event tells, and where */
  constructor(platform: Platform, take: (json: unknown, read: ReadJson, from: Element) => Promise<void>) {
    this.#platform = platform;
    this.#take = take;
  }

  /** Listens to what has come. */
  look(): void {
    const { jqueryEvents, cardAdds, emitter, form } = this.#platform;
    if (emitter) harmless(() => this.#join(emitter.global, emitter.events));
    const jquery = jqueryEvents || cardAdds ? harmless(query) : undefined;
    if (!jquery) return;
    for (const it of this.#hooked.keys()) if (!it.isConnected) this.#hooked.delete(it);
    for (const it of document.querySelectorAll(form)) {
      this.#hook(jquery, it, (wrapped) => {
        for (const [type, read] of Object.entries(jqueryEvents ?? {})) {
          wrapped.on(type + NAMESPACE, (_event, told) => void this.#take(told, read, it));
        }
      });
    }
    if (!cardAdds) return;
    this.#hook(jquery, document.body, (wrapped) =>
      wrapped.on(cardAdds.event + NAMESPACE, (_event, button, fields) =>
        harmless(() => addLineFields(cardAdds, button, fields)),
      ),
    );
  }

  release(): void {
    for (const wrapped of this.#hooked.values()) harmless(() => wrapped.off(NAMESPACE));
    this.#hooked.clear();
    this.#leave?.();
    this.#leave = undefined;
  }

  #hook(jquery: Query, element: Element, listen: (wrapped: Wrapped) => void): void {
    if (this.#hooked.has(element)) return;
    harmless(() => {
      const wrapped = jquery(element);
      listen(wrapped);
      this.#hooked.set(element, wrapped);
    });
  }

  #join(name: string, events: Readonly<Record<string, ReadJson>>): void {
    const bus = (globalThis as unknown as Readonly<Record<string, Bus | undefined>>)[name];
    if (!bus || bus === this.#bus || typeof bus.on !== 'function') return;
    this.#leave?.();
    this.#bus = bus;
    const ending = new AbortController();
    const heard = Object.entries(events).map(([type, read]) => {
      // Thrown in here, an error would keep the event from the theme's own listeners.
      const hear = (...told: readonly unknown[]): void => {
        if (ending.signal.aborted) return;
        void this.#take(told, read, document.documentElement).catch(() => undefined);
      };
      Reflect.apply(bus.on as Listen, bus, [type, hear]);
      return [type, hear] as const;
    });
    this.#leave = () => {
      ending.abort();
      const off = bus.removeListener ?? bus.off;
      if (typeof off !== 'function') return;
      for (const it of heard) harmless(() => Reflect.apply(off as Listen, bus, it));
    };
  }
}

type Listen = (type: string, hear: (...told: readonly unknown[]) => void) => void;

function query(): Query | undefined {
  const { jQuery, $ } = globalThis as { jQuery?: unknown; $?: unknown };
  const found = [jQuery, $].find((it) => typeof it === 'function' && 'fn' in it);
  return found as Query | undefined;
}

/** What only bears the name of something may do anything. */
function harmless<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
