import { expect } from '@open-wc/testing';
import { salePlansOf } from '../../../src/platforms/shopify/sale-plans.js';
import type { PreorderPlans } from '../../../src/platforms/shopify/selling-plans.js';

const plan = (id: number, name: string, more: object = {}): object => ({
  id,
  name,
  recurring_deliveries: false,
  ...more,
});
const group = (id: string, name: string, ...plans: object[]): object => ({
  id,
  name,
  app_id: 'app',
  selling_plans: plans,
});

const GROUPS = [
  group('aa', 'Pre-order', plan(31, 'Pay now'), plan(32, 'Pay later')),
  group('bb', 'Subscribe', plan(41, 'Every month', { recurring_deliveries: true })),
  group('cc', 'Later', plan(51, 'Back-order, ships in June')),
  group('dd', 'Other', plan(61, 'Gift'), plan(62, 'Engraved')),
  group('ee', 'Try before you buy', plan(71, 'Thirty days')),
];

const of = (ids: readonly unknown[], more: object = {}, named?: PreorderPlans, groups: unknown = GROUPS) =>
  salePlansOf(
    { selling_plan_groups: groups },
    named,
  )({ selling_plan_allocations: ids.map((id) => ({ selling_plan_id: id })), ...more });

describe('salePlansOf', () => {
  it('a plan by the name of its group or its own, the first in the shop’s order', () => {
    expect({ ...of([32, 31])?.ids }).to.deep.equal({ preorder: '32' });
    expect({ ...of([41, 51, 31])?.ids }).to.deep.equal({ preorder: '31', backorder: '51' });
  });

  it('what the merchant names comes before what only bears such a name', () => {
    expect(of([31, 61], {}, { plans: ['Gift'] })?.ids.preorder).to.equal('61');
    expect(of([31, 32], {}, { plans: ['32'] })?.ids.preorder).to.equal('32');
  });

  it('the category, where data tell it', () => {
    const told = (category: string) =>
      of([81], {}, undefined, [group('ff', 'Summer', plan(81, 'Summer', { category }))])?.ids;
    expect(told('PRE_ORDER')?.preorder).to.equal('81');
    for (const category of ['SUBSCRIPTION', 'TRY_BEFORE_YOU_BUY', 'OTHER', 5 as unknown as string]) {
      expect({ ...told(category) }, category).to.deep.equal({});
    }
  });

  it('never a subscription, a trial, or something else', () => {
    expect({ ...of([41])?.ids }).to.deep.equal({});
    expect({ ...of([41], { requires_selling_plan: true })?.ids }).to.deep.equal({});
    expect({ ...of([41], {}, { plans: ['41'], apps: ['app'] })?.ids }).to.deep.equal({});
    expect({ ...of([71], { requires_selling_plan: true })?.ids }).to.deep.equal({});
    expect({ ...of([61])?.ids }).to.deep.equal({});
  });

  it('where the shop asks for a plan: the only one there is, for whatever it is sold as', () => {
    const required = { requires_selling_plan: true };
    expect({ ...of([61, 41], required) }).to.deep.include({ required: true, sure: true });
    expect({ ...of([61, 41], required)?.ids }).to.deep.equal({ preorder: '61', backorder: '61' });
    expect({ ...of([31], required)?.ids }).to.deep.equal({ preorder: '31', backorder: '31' });
    expect({ ...of([61, 62], required)?.ids }, 'nobody says which').to.deep.equal({});
    expect({ ...of([], required) }).to.deep.include({ required: true, sure: true });
  });

  it('a variant alone, as newer themes print it, does not say what its plans are for', () => {
    const alone = of([31], {}, undefined, null);
    expect([{ ...alone?.ids }, alone?.sure]).to.deep.equal([{}, false]);
    const named = of([31], {}, { plans: ['31'] }, null);
    expect([{ ...named?.ids }, named?.sure]).to.deep.equal([{ preorder: '31' }, true]);
    expect(of([31], { requires_selling_plan: true }, undefined, null)?.sure).to.equal(false);
  });

  it('the Storefront API’s words are the same', () => {
    const sellingPlan = { id: 'gid://shopify/SellingPlan/91', name: 'Preorder', recurringDeliveries: false };
    const told = salePlansOf({}, undefined)({ sellingPlanAllocations: { nodes: [{ sellingPlan }] } });
    expect(told?.ids.preorder).to.equal('91');
  });

  it('without plans there is nothing to say', () => {
    expect(of([])).to.equal(undefined);
    expect(salePlansOf(undefined, undefined)(undefined)).to.equal(undefined);
  });

  it('an id that is none is not sent: the shop would refuse the whole order', () => {
    for (const id of ['31; DROP', '', null, {}, 1.5, -3, '9'.repeat(30), 'Pre-order']) {
      expect(
        { ...of([id], {}, { plans: [JSON.stringify(id), id as string] })?.ids },
        JSON.stringify(id),
      ).to.deep.equal({});
    }
  });

  it('data without end are read to an end', () => {
    const many = Array.from({ length: 100_000 }, (_, index) => index + 1000);
    const groups = [group('x', 'Pre-order'.repeat(100_000), ...many.map((id) => plan(id, 'x'.repeat(999))))];
    const before = performance.now();
    of(many, {}, undefined, groups);
    expect(performance.now() - before).to.be.below(1000);
  });

  it('names in other scripts', () => {
    for (const name of [
      'Vorbestellung',
      'Précommande',
      '予約販売',
      '预购',
      'طلب مسبق',
      'PREORDER',
      'pre order',
    ]) {
      expect(of([1], {}, undefined, [group('x', name, plan(1, 'x'))])?.ids.preorder, name).to.equal('1');
    }
  });
});
