import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { loadElement } from '../../src/page/load-elements.js';
import { PlainTag } from '../../src/page/plain-tag.js';
import { elementPage, focused, part, put, seen, sixProducts, tell, until } from '../support/element-page.js';

// In this order: once a tag is registered it is never plain again in this page.
describe('a press on a tag that is drawn plain', () => {
  elementPage();
  beforeEach(() => tell(sixProducts()));

  /** Draws a tag, and lets go of it when its element has come, as the page's control does. */
  function draw(html: string): HTMLElement {
    const element = put(html);
    const tag = new PlainTag(element, (act) => act());
    tag.sync();
    void customElements.whenDefined(element.localName).then(() => tag.release());
    return element;
  }

  it('N06 nothing is registered before', () => {
    draw('<eta-notice product="backorder"></eta-notice>');
    draw('<notify-me-form compact product="sold-out"></notify-me-form>');
    expect(customElements.get('eta-notice')).to.equal(undefined);
    expect(customElements.get('notify-me-form')).to.equal(undefined);
  });

  it('A29 on a notice’s button opens the explanation, with the focus on the button that takes its place', async () => {
    const notice = draw('<eta-notice product="backorder"></eta-notice>');
    const button = notice.querySelector('button') as HTMLButtonElement;
    button.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => part(notice, 'explanation')?.matches(':popover-open'));
    expect(notice.querySelector('button')).to.equal(null);
    expect(focused()).to.equal(part(notice, 'explain'));
    expect(seen(notice)).to.match(/^Expected to ship on 12 December About this date/);
    await sendKeys({ press: 'Escape' });
    await until(() => !part(notice, 'explanation')?.matches(':popover-open'));
    expect(focused()).to.equal(part(notice, 'explain'));
  });

  it('on the line of a sign-up opens the form, with the focus in its field', async () => {
    const form = draw('<notify-me-form compact product="sold-out"></notify-me-form>');
    (form.querySelector('button') as HTMLElement).click();
    await until(() => form.querySelector('input') && document.activeElement === form.querySelector('input'));
    expect(form.querySelectorAll('form')).to.have.length(1);
    expect(seen(form)).to.include('Notify me');
  });

  it('loadElement tells whether a tag is registered now and was not before', async () => {
    expect(await loadElement('notify-me-form')).to.equal(false);
    expect(await loadElement('backorder-badge')).to.equal(true);
    expect(await loadElement('backorder-badge')).to.equal(false);
    expect(customElements.get('backorder-badge')).not.to.equal(undefined);
  });
});
