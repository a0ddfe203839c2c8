import { expect } from '@open-wc/testing';
import { findUnits } from '../../src/page/find-units.js';
import { QuietButtons } from '../../src/page/quiet-buttons.js';
import { platform } from '../../src/platforms/shopify/platform.js';
import { productForm, removeForms } from '../support/forms.js';
import { Time, turnOfEvents } from '../support/time.js';

const ID = '<input name="id" value="41">';

describe('QuietButtons', () => {
  let time: Time;
  let quiet: QuietButtons;
  let form: HTMLFormElement;
  let button: HTMLButtonElement;

  const begin = (html: string): void => {
    form = productForm(ID + html);
    button = form.querySelector('button') as HTMLButtonElement;
  };
  const look = (): void => quiet.look(findUnits(document, platform, undefined));

  beforeEach(() => {
    time = new Time(Date.parse('2031-05-01T12:00:00Z'));
    quiet = new QuietButtons();
  });

  afterEach(() => {
    quiet.release();
    time.release();
    removeForms();
  });

  it('A06 a button that speaks up is silent until our words have been on it for a while', async () => {
    begin('<button name="add" aria-live="polite">Add</button>');
    look();
    expect(button.ariaLive).to.equal('off');
    await time.pass(3000);
    button.setAttribute('data-backorder-was', 'Add');
    await turnOfEvents();
    await time.pass(900);
    expect(button.ariaLive).to.equal('off');
    await time.pass(200);
    expect(button.outerHTML).to.equal(
      '<button name="add" aria-live="polite" data-backorder-was="Add">Add</button>',
    );
    button.setAttribute('data-backorder-was', 'Add it');
    look();
    await turnOfEvents();
    expect(button.ariaLive, 'what comes later is the theme’s to tell').to.equal('polite');
  });

  it('so is what speaks in it or, in its form, around it, each with its own voice', async () => {
    begin(
      '<div role="status"><button name="add"><span aria-live="assertive">Add</span> <i role="alert"></i></button></div>',
    );
    const before = form.outerHTML;
    look();
    const voices = (): (string | null)[] =>
      [...form.querySelectorAll('[aria-live]')].map((it) => it.getAttribute('aria-live'));
    expect(voices()).to.deep.equal(['off', 'off', 'off']);
    await time.pass(5000);
    expect(form.outerHTML).to.equal(before);
  });

  it('a product that stays as the theme made it speaks again by itself', async () => {
    begin('<button name="add" aria-live="polite">Add</button>');
    const before = button.outerHTML;
    look();
    await time.pass(5000);
    expect(button.outerHTML).to.equal(before);
    expect(time.waits).to.deep.equal([]);
  });

  it('what follows a press is heard', () => {
    begin('<button name="add" type="button" aria-live="polite" data-backorder-button><b>Add</b></button>');
    look();
    button.querySelector('b')?.click();
    expect(button.ariaLive).to.equal('polite');
  });

  it('buttons without a voice are not touched', () => {
    begin('<button name="add" aria-live="off">Add</button>');
    const before = button.outerHTML;
    look();
    expect(button.outerHTML).to.equal(before);
    expect(time.waits).to.deep.equal([]);
  });

  it('a theme that gives the button another voice meanwhile has its way', async () => {
    begin('<button name="add" aria-live="polite">Add</button>');
    look();
    button.ariaLive = 'assertive';
    await time.pass(5000);
    expect(button.outerHTML).to.equal('<button name="add" aria-live="assertive">Add</button>');
  });

  it('D10 a copy that is silent by us gets its voice', () => {
    begin('<button name="add" aria-live="polite">Add</button>');
    look();
    const copy = document.createElement('div');
    copy.innerHTML = button.outerHTML;
    document.body.append(copy);
    look();
    expect(copy.innerHTML).to.equal('<button name="add" aria-live="polite">Add</button>');
    expect(button.ariaLive).to.equal('off');
    copy.remove();
  });

  it('all is given back when we let go', () => {
    begin('<button name="add" aria-live="polite">Add</button>');
    const before = button.outerHTML;
    look();
    quiet.release();
    expect(button.outerHTML).to.equal(before);
    expect(time.waits).to.deep.equal([]);
  });
});
