import { expect } from '@open-wc/testing';
import { parseRecord } from '../../src/availability/parse-record.js';
import { AvailabilityStore } from '../../src/store/availability-store.js';
import { PageRecords, type PageRecord } from '../../src/store/page-records.js';
import { inStock, told } from '../support/told.js';

describe('what the page itself tells', () => {
  let store: AvailabilityStore;
  let page: PageRecords;

  const record = (name: string, fields: object, more: Partial<PageRecord> = {}): PageRecord => ({
    name,
    source: 'inline-json',
    record: parseRecord(fields).record,
    ...more,
  });
  const hint = (name: string, status: string): PageRecord =>
    record(name, { status }, { source: 'structured-data' });

  beforeEach(() => {
    store = new AvailabilityStore();
    page = PageRecords.of(store);
  });

  it('is one collection a store', () => {
    expect(PageRecords.of(store)).to.equal(page);
    expect(PageRecords.of(new AvailabilityStore())).not.to.equal(page);
  });

  it('is a hint where nobody else tells, and those who follow hear of it', () => {
    let times = 0;
    store.follow({ reference: 'a', refresh: () => (times += 1) });
    page.put([hint('a', 'sold-out')]);
    expect(store.lookup('a', {}).record?.hint).to.equal('sold-out');
    expect(times).to.equal(1);
    page.put([]);
    expect(times).to.equal(1);
  });

  it('the last word of each source counts', () => {
    page.put([hint('a', 'sold-out')]);
    page.put([hint('a', 'backorder')]);
    expect(store.lookup('a', {}).record?.hint).to.equal('backorder');
  });

  it('goes behind what the document tells, except for a refusal', () => {
    store.put(told([inStock('a', { sku: 'A' })]));
    page.put([record('A', { onHand: 1 })]);
    expect(store.lookup('a', {}).record?.onHand).to.equal(5);
    page.put([record('A', { orderable: false })]);
    expect(store.lookup('a', {}).record).to.include({ onHand: 5, orderable: false });
  });

  it('finds the variant by its SKU', () => {
    store.put(told([{ id: '1', variants: [{ id: '11', sku: 'X', onHand: 2 }] }]));
    page.put([hint('X', 'sold-out')]);
    expect(store.lookup('1', { id: '11' }).record?.hint).to.equal('sold-out');
    expect(store.lookup('1', {}).record).to.equal(undefined);
  });
});
