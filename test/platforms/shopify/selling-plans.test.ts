import { expect } from '@open-wc/testing';
import { preorderPlansOf, type PreorderPlans } from '../../../src/platforms/shopify/selling-plans.js';

const GROUPS = [
  {
    id: 'aa11',
    name: 'Pre-order',
    app_id: 'early-bird',
    selling_plans: [{ id: 31, name: 'Ships in May', recurring_deliveries: false }],
  },
  {
    id: 'bb22',
    name: 'Coffee club',
    app_id: 'club',
    selling_plans: [{ id: 32, name: 'Every month', recurring_deliveries: true }],
  },
];

const allocated = (...ids: number[]) => ({
  requires_selling_plan: false,
  selling_plan_allocations: ids.map((id) => ({
    selling_plan_id: id,
    selling_plan_group_id: id === 31 ? 'aa11' : 'bb22',
  })),
});
const plan = (named: PreorderPlans | undefined, ...ids: number[]) =>
  preorderPlansOf({ selling_plan_groups: GROUPS }, named)(allocated(...ids));

describe('preorderPlansOf', () => {
  it('finds the plan by the app, the group or the plan that the merchant names', () => {
    for (const named of [
      { apps: ['early-bird'] },
      { groups: ['aa11'] },
      { groups: ['Pre-order'] },
      { plans: ['31'] },
      { plans: ['Ships in May'] },
    ]) {
      expect(plan(named, 32, 31), JSON.stringify(named)).to.deep.equal({ id: '31', required: false });
    }
  });

  it('a plan alone is no pre-order while nobody says so', () => {
    for (const named of [undefined, {}, { plans: [] }, { apps: ['other'] }]) {
      expect(plan(named, 31)).to.equal(undefined);
    }
  });

  it('a subscription is never a pre-order, whatever the merchant names it', () => {
    const all = { apps: ['club'], groups: ['bb22', 'Coffee club'], plans: ['32', 'Every month'] };
    expect(plan(all, 32)).to.equal(undefined);
    const sellingPlan = { id: 'gid://shopify/SellingPlan/32', recurringDeliveries: true };
    expect(preorderPlansOf({}, all)({ sellingPlanAllocations: [{ sellingPlan }] })).to.equal(undefined);
  });

  it('tells when the variant is sold under a plan only', () => {
    const find = preorderPlansOf(GROUPS, { apps: ['early-bird'] });
    expect(find({ ...allocated(31), requires_selling_plan: true })?.required).to.equal(true);
  });

  it('finds a plan by its id where the page tells no groups, but not by a name', () => {
    expect(preorderPlansOf(undefined, { plans: ['31'] })(allocated(31))?.id).to.equal('31');
    expect(preorderPlansOf(undefined, { groups: ['aa11'] })(allocated(31))?.id).to.equal('31');
    expect(preorderPlansOf(undefined, { apps: ['early-bird'] })(allocated(31))).to.equal(undefined);
  });

  it('reads the Storefront API as well', () => {
    const product = {
      requiresSellingPlan: true,
      sellingPlanGroups: {
        nodes: [{ appName: 'early-bird', sellingPlans: { nodes: [{ id: 'gid://shopify/SellingPlan/31' }] } }],
      },
    };
    const variant = {
      sellingPlanAllocations: { nodes: [{ sellingPlan: { id: 'gid://shopify/SellingPlan/31' } }] },
    };
    expect(preorderPlansOf(product, { apps: ['early-bird'] })(variant)).to.deep.equal({
      id: '31',
      required: true,
    });
  });

  it('bears any data and any settings', () => {
    for (const odd of [null, 5, 'plans', [null], { selling_plan_groups: 5 }, { sellingPlanGroups: [[]] }]) {
      for (const named of [odd, { plans: odd }, { apps: ['x'] }] as PreorderPlans[]) {
        expect(preorderPlansOf(odd, named)(odd)).to.equal(undefined);
        expect(preorderPlansOf(odd, named)({ selling_plan_allocations: odd })).to.equal(undefined);
      }
    }
    const endless = { selling_plan_allocations: Array(1e6).fill({ selling_plan_id: 1 }) };
    expect(preorderPlansOf(GROUPS, { plans: ['31'] })(endless)).to.equal(undefined);
  });
});
