import { expect } from '@open-wc/testing';
import { ReceiptEvent } from '../../src/events/receipt-event.js';
import { put } from '../support/element-page.js';

const FIELDS = { 'properties[Availability]': 'Backorder' };

describe('ReceiptEvent', () => {
  afterEach(() => {
    for (const place of document.querySelectorAll('main[data-test]')) place.remove();
  });

  it('says what became of which promise', () => {
    const event = new ReceiptEvent('repaired', '41', FIELDS);
    expect(event.type).to.equal('backorder-receipt');
    expect([event.code, event.variant, event.fields]).to.deep.equal(['repaired', '41', FIELDS]);
  });

  it('goes up to the page, out of shadow roots too', () => {
    const form = put('<form></form>');
    const host = document.createElement('div');
    host.attachShadow({ mode: 'open' }).append(form);
    put('<section></section>').append(host);
    const heard: string[] = [];
    const hear = ({ code }: ReceiptEvent): void => void heard.push(code);
    document.body.addEventListener('backorder-receipt', hear);
    form.dispatchEvent(new ReceiptEvent('lost', '41', FIELDS));
    document.body.removeEventListener('backorder-receipt', hear);
    expect(heard).to.deep.equal(['lost']);
  });

  it('cannot be cancelled: it tells what has happened', () => {
    const event = new ReceiptEvent('kept', '41', FIELDS);
    event.preventDefault();
    expect([event.cancelable, event.defaultPrevented]).to.deep.equal([false, false]);
  });
});
