import { expect } from '@open-wc/testing';
import { ScriptEvents } from '../../src/page/script-events.js';
import { html } from '../../src/platforms/html/platform.js';
import type { Platform, ReadJson } from '../../src/platforms/platform.js';

type Hear = (...told: readonly unknown[]) => void;

/** An emitter as Node has them: one that throws keeps the event from those after it. */
class Bus {
  heard: Hear[] = [];
  on(_type: string, hear: Hear): this {
    this.heard.push(hear);
    return this;
  }
  removeListener(_type: string, hear: Hear): this {
    this.heard = this.heard.filter((it) => it !== hear);
    return this;
  }
  emit(...told: readonly unknown[]): void {
    for (const hear of this.heard) hear(...told);
  }
}

const read: ReadJson = () => [];
const platform: Platform = { ...html, emitter: { global: 'theirBus', events: { chosen: read } } };
const page = globalThis as { theirBus?: unknown };

describe('ScriptEvents of an emitter', () => {
  let events: ScriptEvents;
  let taken: unknown[];

  beforeEach(() => {
    taken = [];
    events = new ScriptEvents(platform, async (json) => {
      taken.push(json);
      return Promise.reject(new Error('of the reader'));
    });
  });

  afterEach(() => {
    events.release();
    delete page.theirBus;
  });

  it('gives the reader all that an event came with', () => {
    const bus = (page.theirBus = new Bus());
    events.look();
    bus.emit({ id: 1 }, 'two');
    expect(taken).to.deep.equal([[{ id: 1 }, 'two']]);
  });

  it('listens once, however often it looks', () => {
    const bus = (page.theirBus = new Bus());
    events.look();
    events.look();
    expect(bus.heard).to.have.length(1);
  });

  it('hears one that comes late, or comes as another', () => {
    events.look();
    const [first, second] = [new Bus(), new Bus()];
    page.theirBus = first;
    events.look();
    page.theirBus = second;
    events.look();
    second.emit(1);
    expect([taken, first.heard]).to.deep.equal([[[1]], []]);
  });

  it('lets go of it, also where there is no way to', () => {
    const bus = (page.theirBus = new Bus());
    Object.assign(bus, { removeListener: undefined });
    events.look();
    events.release();
    bus.emit(1);
    expect(taken).to.deep.equal([]);
  });

  it('what only bears its name does no harm', () => {
    const thrower = {
      on(): never {
        throw new Error('none');
      },
    };
    for (const it of [0, 'x', null, {}, { on: 1 }, thrower, document.createElement('form')]) {
      page.theirBus = it;
      events.look();
    }
    Object.defineProperty(page, 'theirBus', {
      configurable: true,
      get() {
        throw new Error('a getter');
      },
    });
    events.look();
  });
});
