import { expect } from '@open-wc/testing';
import { known } from '../../src/availability/read.js';
import { removeLineFields, setLineFields } from '../../src/outbox/line-fields.js';
import { findUnits } from '../../src/page/find-units.js';
import { KnownPlans } from '../../src/page/known-plans.js';
import { PlanFields } from '../../src/page/plan-fields.js';
import type { Plans } from '../../src/platforms/platform.js';
import type { SalePlan } from '../../src/platforms/reading.js';
import { platform } from '../../src/platforms/shopify/platform.js';
import { shared } from '../../src/store/shared-store.js';
import { elementPage, tell, until } from '../support/element-page.js';
import { json, stubFetch, unstubFetch } from '../support/fetch-stub.js';
import { productForm, removeForms } from '../support/forms.js';
import { told } from '../support/told.js';

const NAMES = { text: 'properties[Availability]', record: 'properties[_backorder]' };
const FORM = '<input name="id" value="1"><button name="add">Add</button>';

const plan = (ids: SalePlan['ids'], more: Partial<SalePlan> = {}): SalePlan => ({
  ids,
  required: false,
  sure: true,
  ...more,
});

describe('PlanFields', () => {
  elementPage();

  let form: HTMLFormElement;
  let plans: PlanFields;
  let ending: AbortController;
  let changes: number;
  const begin = (of: Readonly<Record<string, SalePlan>>, inside = FORM, around = ''): void => {
    form = productForm(inside, 'action="/cart/add" method="post"', around);
    const all = new KnownPlans();
    all.take(Object.entries(of).map(([id, it]) => ({ id, record: known({}), plan: it })));
    const changed = (): void => {
      changes += 1;
      look();
    };
    plans = new PlanFields(platform.plans as Plans, platform.variant, all, changed, ending.signal);
  };
  const look = (): void => plans.look(findUnits(document, platform, undefined));
  const promise = (state = 'preorder'): void => setLineFields(form, NAMES, 'x', `1;${state};;;;;;;en`);
  const sent = (): readonly string[] => new FormData(form).getAll('selling_plan').map(String);
  const choose = (id: string): void => form.querySelector('[name=id]')?.setAttribute('value', id);

  beforeEach(() => {
    ending = new AbortController();
    changes = 0;
  });
  afterEach(() => {
    plans.release();
    ending.abort();
    removeForms();
    unstubFetch();
  });

  it('goes with the promise, and leaves with it', () => {
    begin({ 1: plan({ preorder: '31' }) });
    look();
    expect(sent(), 'nothing promised').to.deep.equal([]);
    promise();
    look();
    expect(sent()).to.deep.equal(['31']);
    removeLineFields(form);
    look();
    expect(sent()).to.deep.equal([]);
  });

  it('by what is promised: a backorder has its own plan or none', () => {
    begin({ 1: plan({ preorder: '31', backorder: '51' }), 2: plan({ preorder: '32' }) });
    promise('backorder');
    look();
    expect(sent()).to.deep.equal(['51']);
    choose('2');
    look();
    expect(sent()).to.deep.equal([]);
  });

  it('follows the variant at the press, though the theme has changed it without a sign', () => {
    begin({ 1: plan({ preorder: '31' }), 2: plan({ preorder: '32' }) });
    promise();
    look();
    const field = form.querySelector<HTMLInputElement>('[name=id]');
    if (field) field.value = '2';
    let read: readonly string[] = [];
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      read = sent();
    });
    form.querySelector('button')?.click();
    expect(read).to.deep.equal(['32']);
    if (field) field.value = '3';
    form.requestSubmit();
    expect(read, 'a variant without a plan').to.deep.equal([]);
  });

  const THEIRS: Readonly<Record<string, string>> = {
    'a select, also with nothing chosen':
      '<select name="selling_plan"><option value="">Once</option></select>',
    radios:
      '<input type="radio" name="selling_plan" value=""><input type="radio" name="selling_plan" value="41" checked>',
    'a hidden field with a plan': '<input type="hidden" name="selling_plan" value="41">',
    'a text field': '<input name="selling_plan" value="">',
  };
  for (const [name, theirs] of Object.entries(THEIRS)) {
    it(`a theme’s own is never overwritten or doubled: ${name}`, () => {
      begin({ 1: plan({ preorder: '31' }) }, FORM + theirs);
      const before = sent();
      promise();
      look();
      expect(sent()).to.deep.equal(before);
      expect(form.querySelector('[data-backorder-field=plan]')).to.equal(null);
    });
  }

  it('a theme’s own that is empty or off is no choice: it stays, and ours counts', () => {
    const theirs =
      '<input type="hidden" name="selling_plan" value=""><input name="selling_plan" value="41" disabled>';
    begin({ 1: plan({ preorder: '31' }) }, FORM + theirs);
    promise();
    look();
    expect(sent()).to.deep.equal(['', '31']);
    expect(form.innerHTML).to.include(theirs.replace(' disabled', ' disabled=""'));
  });

  it('a picker beside the form is the theme’s as well, one of another form is not', () => {
    begin({ 1: plan({ preorder: '31' }) });
    promise();
    const select = document.createElement('select');
    select.name = 'selling_plan';
    form.before(select);
    look();
    expect(sent()).to.deep.equal([]);
    const other = document.createElement('form');
    select.replaceWith(other);
    other.append(select);
    look();
    expect(sent()).to.deep.equal(['31']);
  });

  it('a copy of a form has the plan once, and a copy elsewhere none', () => {
    begin({ 1: plan({ preorder: '31' }) });
    promise();
    look();
    const [field] = form.querySelectorAll('[data-backorder-field=plan]');
    if (field) form.append(field.cloneNode(true));
    const stray = document.createElement('form');
    if (field) stray.append(field.cloneNode(true));
    form.after(stray);
    look();
    expect(sent()).to.deep.equal(['31']);
    expect(stray.childElementCount).to.equal(0);
  });

  it('released, nothing of it is left', () => {
    begin({ 1: plan({ preorder: '31' }), 9: plan({}, { required: true }) });
    promise();
    look();
    plans.release();
    expect(sent()).to.deep.equal([]);
  });

  it('a page that sends no fields of ours: by what the product’s place offers', () => {
    begin({ 1: plan({ preorder: '31' }) });
    shared().config.lineFields = { text: '', record: '' };
    const scope = { offer: { state: 'preorder', control: 'swap' } };
    shared().scopes.set(form, scope as never);
    look();
    expect(sent()).to.deep.equal(['31']);
    scope.offer.control = 'theme';
    look();
    expect(sent()).to.deep.equal([]);
  });

  it('what the shop sells under a plan only, and nobody sells ahead, is refused; where the theme has a picker it is not', () => {
    tell(
      told([{ id: 'p', variants: ['1', '2'].map((id) => ({ id, onHand: id === '1' ? 0 : 3 })) }], {
        policy: { sell: 'preorder' },
      }),
    );
    const orderable = (id: string): boolean | undefined =>
      shared().store.lookup('p', { id }).record?.orderable;
    begin({ 1: plan({}, { required: true }), 2: plan({}, { required: true }) }, FORM, 'data-product-id="p"');
    look();
    expect(orderable('1')).to.equal(false);
    choose('2');
    look();
    expect(orderable('2'), 'it is there').to.equal(undefined);
    choose('1');
    form.insertAdjacentHTML('beforeend', '<select name="selling_plan"><option>41</option></select>');
    look();
    expect(orderable('1')).to.equal(undefined);
    form.querySelector('select')?.remove();
    look();
    plans.release();
    expect(orderable('1')).to.equal(undefined);
  });

  it('what the data do not tell is asked of the shop, once, at the product’s own address', async () => {
    const variants = [{ id: 1, available: true, selling_plan_allocations: [{ selling_plan_id: 31 }] }];
    const groups = [
      { id: 'a', name: 'Preorder', selling_plans: [{ id: 31, name: 'x', recurring_deliveries: false }] },
    ];
    const asked = stubFetch(() => json({ id: 7, variants, selling_plan_groups: groups }));
    begin({ 1: plan({}, { sure: false }) }, FORM, 'data-url="/de/products/caf%C3%A9?variant=1"');
    look();
    expect(asked, 'nothing is promised').to.have.length(0);
    promise();
    look();
    look();
    await until(() => changes);
    expect(sent()).to.deep.equal(['31']);
    expect(asked.map(({ url }) => url.pathname)).to.deep.equal(['/de/products/caf%C3%A9.js']);
  });

  const FAULTS: Readonly<Record<string, () => Response | Promise<Response>>> = {
    'an error': () => json({}, {}, 500),
    'no JSON': () => new Response('<html>'),
    'no answer': () => Promise.reject(new TypeError('offline')),
    'another product': () => json({ id: 8, variants: [{ id: 2, available: true }] }),
    nonsense: () => json([null, 5, { variants: 5 }]),
  };
  for (const [name, answer] of Object.entries(FAULTS)) {
    it(`asked in vain (${name}), the form stays as it is and is not asked again`, async () => {
      const asked = stubFetch(answer);
      begin({ 1: plan({}, { sure: false, required: true }) }, FORM, 'data-url="/products/chair"');
      promise();
      look();
      await until(() => asked.length);
      await new Promise((resolve) => setTimeout(resolve, 20));
      look();
      expect([sent(), asked.length]).to.deep.equal([[], 1]);
    });
  }

  it('nobody else’s address is asked', async () => {
    const asked = stubFetch(() => json({}));
    begin({ 1: plan({}, { sure: false }) }, FORM, 'data-url="https://elsewhere.example/products/chair"');
    promise();
    look();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(asked).to.have.length(0);
  });
});
