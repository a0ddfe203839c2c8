import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { offPress, onPress } from '../../../src/elements/shared/presses.js';
import { put } from '../../support/element-page.js';

describe('onPress', () => {
  let stops: (() => void)[] = [];
  const press = (button: Element, handleEvent: (event: Event) => void): (() => void) => {
    const told = { handleEvent };
    onPress(button, told);
    const stop = (): void => offPress(button, told);
    stops.push(stop);
    return stop;
  };

  afterEach(() => {
    for (const stop of stops.splice(0)) stop();
    stops = [];
    for (const place of document.querySelectorAll('main[data-test]')) place.remove();
  });

  it('hears a press before any listener of the theme, also one in capture on the document', () => {
    const button = put<HTMLButtonElement>('<button type="button"><span>Add</span></button>');
    const order: string[] = [];
    const theirs = (): void => void order.push('theme');
    document.addEventListener('click', theirs, true);
    press(button, () => order.push('ours'));
    (button.firstElementChild as HTMLElement).click();
    document.removeEventListener('click', theirs, true);
    expect(order).to.deep.equal(['ours', 'theme']);
  });

  it('A29 hears the keyboard, and Enter in a field of its form', async () => {
    const form = put<HTMLFormElement>('<form><input><button>Add</button></form>');
    form.addEventListener('submit', (event) => event.preventDefault());
    const button = form.querySelector('button') as HTMLButtonElement;
    let presses = 0;
    press(button, () => (presses += 1));
    button.focus();
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: ' ' });
    form.querySelector('input')?.focus();
    await sendKeys({ press: 'Enter' });
    expect(presses).to.equal(3);
  });

  it('hears a press inside a theme’s shadow root', () => {
    const host = put('<div></div>');
    const root = host.attachShadow({ mode: 'open' });
    root.innerHTML = '<button type="button">Add</button>';
    const button = root.querySelector('button') as HTMLButtonElement;
    let presses = 0;
    press(button, () => (presses += 1));
    button.click();
    expect(presses).to.equal(1);
  });

  it('D43 has one listener for any number of buttons, and none when the last is gone', () => {
    const added: string[] = [];
    const { addEventListener, removeEventListener } = globalThis;
    globalThis.addEventListener = ((...args: Parameters<typeof addEventListener>) => {
      added.push(`+${args[0]}`);
      Reflect.apply(addEventListener, globalThis, args);
    }) as typeof addEventListener;
    globalThis.removeEventListener = ((...args: Parameters<typeof removeEventListener>) => {
      added.push(`-${args[0]}`);
      Reflect.apply(removeEventListener, globalThis, args);
    }) as typeof removeEventListener;
    try {
      const undo = Array.from({ length: 100 }, () =>
        press(document.createElement('button'), () => undefined),
      );
      expect(added).to.deep.equal(['+click']);
      for (const stop of undo) stop();
      expect(added).to.deep.equal(['+click', '-click']);
    } finally {
      Object.assign(globalThis, { addEventListener, removeEventListener });
    }
  });

  it('the last who wants a button has it; who had it before cannot take it away', () => {
    const button = put<HTMLButtonElement>('<button type="button">Add</button>');
    const order: string[] = [];
    const stopFirst = press(button, () => order.push('first'));
    press(button, () => order.push('second'));
    stopFirst();
    button.click();
    expect(order).to.deep.equal(['second']);
  });

  it('hears nothing of other buttons', () => {
    const place = put('<p><button type="button">a</button><button type="button">b</button></p>');
    let presses = 0;
    press(place.firstElementChild as Element, () => (presses += 1));
    (place.lastElementChild as HTMLElement).click();
    document.body.click();
    expect(presses).to.equal(0);
  });
});
