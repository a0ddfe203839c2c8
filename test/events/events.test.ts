import { expect } from '@open-wc/testing';
import type { Offer } from '../../src/availability/offer.js';
import { AddFailedEvent } from '../../src/events/add-failed-event.js';
import { AddRequestEvent } from '../../src/events/add-request-event.js';
import { AddedEvent } from '../../src/events/added-event.js';
import { SignedUpEvent } from '../../src/events/signed-up-event.js';
import { SignUpRequestEvent, type SendSignUp } from '../../src/events/signup-request-event.js';
import { StateChangeEvent } from '../../src/events/state-change-event.js';
import type { AddRequest } from '../../src/outbox/cart-adapter.js';

const offer = { state: 'backorder' } as Offer;
const add: AddRequest = { product: 'a', variant: '1', quantity: 2, offer, promise: 'Ships soon' };
const signUp = { product: 'a', variant: undefined, language: 'en', key: 'k' };

describe('events', () => {
  const table: readonly (readonly [string, Event, boolean])[] = [
    ['backorder-add-request', new AddRequestEvent(add), true],
    ['backorder-added', new AddedEvent(add), false],
    ['backorder-add-failed', new AddFailedEvent(add, 'full'), false],
    ['backorder-signup-request', new SignUpRequestEvent(signUp), true],
    ['backorder-signed-up', new SignedUpEvent('a', '1'), false],
    ['backorder-state-change', new StateChangeEvent('a', offer), false],
  ];
  for (const [type, event, cancelable] of table) {
    it(`${type} reaches the page, out of shadow roots as well, and ${cancelable ? 'can be prevented' : 'is a fact'}`, () => {
      expect(event.type).to.equal(type);
      expect([event.bubbles, event.composed, event.cancelable]).to.deep.equal([true, true, cancelable]);
      const host = document.createElement('div');
      const inside = document.createElement('p');
      host.attachShadow({ mode: 'open' }).append(inside);
      document.body.append(host);
      let heard: Event | undefined;
      const listen = (it_: Event): void => {
        heard = it_;
        it_.preventDefault();
      };
      document.addEventListener(type, listen);
      expect(inside.dispatchEvent(event)).to.equal(!cancelable);
      document.removeEventListener(type, listen);
      host.remove();
      expect(heard).to.equal(event);
    });
  }

  it('carry what they are about', () => {
    expect(new AddRequestEvent(add).request).to.equal(add);
    expect(new AddedEvent(add).request).to.equal(add);
    const failed = new AddFailedEvent(add, 'full');
    expect([failed.request, failed.reason]).to.deep.equal([add, 'full']);
    const changed = new StateChangeEvent('a', offer);
    expect([changed.product, changed.offer]).to.deep.equal(['a', offer]);
    const taken = new SignedUpEvent('a', undefined);
    expect([taken.product, taken.variant]).to.deep.equal(['a', undefined]);
  });

  it('a page can make them itself, and tell them by their class', () => {
    const event: Event = new AddRequestEvent(add);
    expect(event instanceof AddRequestEvent && event.request.product).to.equal('a');
    expect(AddRequestEvent.type).to.equal('backorder-add-request');
  });
});

describe('SignUpRequestEvent', () => {
  it('handle() takes the sign-up over; the last who does has it', () => {
    const event = new SignUpRequestEvent(signUp);
    const [one, two]: SendSignUp[] = [() => Promise.resolve(1), () => Promise.resolve(2)];
    expect(event.handler).to.equal(undefined);
    event.handle(one as SendSignUp);
    event.handle(two as SendSignUp);
    expect(event.handler).to.equal(two);
  });

  it('handle() prevents the default when it is heard', () => {
    const event = new SignUpRequestEvent(signUp);
    const target = new EventTarget();
    target.addEventListener(event.type, () => event.handle(() => Promise.resolve()));
    expect(target.dispatchEvent(event)).to.equal(false);
    expect(event.defaultPrevented).to.equal(true);
  });

  it('P03 has no room for an address', () => {
    expect(Object.keys(new SignUpRequestEvent(signUp).request).sort()).to.deep.equal([
      'key',
      'language',
      'product',
      'variant',
    ]);
  });
});
