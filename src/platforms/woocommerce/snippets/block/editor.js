/**
 * The block in WordPress's editor. No build step: it runs as it stands here. Install: see INSTALL.md.
 *
 * The editor's canvas is a frame in which no script of a shop's runs, so the sample is drawn here: words of a made-up product, said
 * to be that, and nothing that can be pressed. Nothing is asked of any server.
 */
(function (wp) {
  var el = wp.element.createElement;
  var __ = wp.i18n.__;
  var DOMAIN = 'backorder-elements';

  var STATES = {
    backorder: __('Backorder', DOMAIN),
    preorder: __('Pre-order', DOMAIN),
    'coming-soon': __('Coming soon', DOMAIN),
    'sold-out': __('Sold out', DOMAIN),
    'in-stock': __('In stock', DOMAIN),
    unknown: __('Unknown', DOMAIN),
  };
  var ELEMENTS = {
    badge: __('Badge', DOMAIN),
    notice: __('Date', DOMAIN),
    button: __('Button', DOMAIN),
    form: __('Sign-up form', DOMAIN),
  };

  /** What each element says in each state; where it says nothing, shoppers see nothing. */
  var SAID = {
    badge: {
      backorder: STATES.backorder,
      preorder: STATES.preorder,
      'coming-soon': STATES['coming-soon'],
      'sold-out': STATES['sold-out'],
    },
    notice: {
      backorder: __('Expected to ship on 12 December', DOMAIN),
      preorder: __('Expected to ship in February', DOMAIN),
      'coming-soon': __('Available in February', DOMAIN),
    },
    button: {
      backorder: __('Backorder now', DOMAIN),
      preorder: __('Pre-order now', DOMAIN),
      'in-stock': __('Add to cart', DOMAIN),
      unknown: __('Add to cart', DOMAIN),
    },
    form: {
      'coming-soon': __('Tell me when I can order it', DOMAIN),
      'sold-out': __('Tell me when it is back', DOMAIN),
    },
  };

  /** A value of an attribute, or the first there is: stored content may hold anything. */
  function known(values, value) {
    return Object.prototype.hasOwnProperty.call(values, value) ? value : Object.keys(values)[0];
  }

  function options(values) {
    return Object.keys(values).map(function (value) {
      return { value: value, label: values[value] };
    });
  }

  function sample(element, state) {
    var words = SAID[element][state];
    var label =
      /* translators: %s: a state, such as Backorder */
      __('Preview: %s', DOMAIN).replace('%s', STATES[state]);
    if (!words) label += ' \u2013 ' + __('nothing is shown to shoppers', DOMAIN);
    var round = { border: '1px solid', borderRadius: '0.5em', padding: '0.1em 0.6em' };
    var pressed = { border: '1px solid', borderRadius: '0.5em', padding: '0.5em 1em' };
    return [
      words &&
        el(
          'span',
          { key: 'words', style: element === 'badge' ? round : element === 'notice' ? {} : pressed },
          words,
        ),
      el('small', { key: 'label', style: { marginInlineStart: words ? '0.75em' : 0 } }, label),
    ];
  }

  function Edit(props) {
    var attributes = props.attributes;
    var element = known(ELEMENTS, attributes.element);
    var state = known(STATES, attributes.sample);
    var set = function (name) {
      return function (value) {
        var changed = {};
        changed[name] = value;
        props.setAttributes(changed);
      };
    };
    var controls = wp.components;
    return el(
      wp.element.Fragment,
      null,
      el(
        wp.blockEditor.InspectorControls,
        null,
        el(
          controls.PanelBody,
          { title: __('Availability', DOMAIN) },
          el(controls.TextControl, {
            label: __('Product', DOMAIN),
            help: __('Id, slug or SKU. Empty: the product of the page.', DOMAIN),
            value: attributes.product || '',
            onChange: set('product'),
          }),
          el(controls.SelectControl, {
            label: __('Element', DOMAIN),
            value: element,
            options: options(ELEMENTS),
            onChange: set('element'),
          }),
          el(controls.SelectControl, {
            label: __('Sample state', DOMAIN),
            help: __('Shown here only. Shoppers see what is true.', DOMAIN),
            value: state,
            options: options(STATES),
            onChange: set('sample'),
          }),
        ),
      ),
      el('div', wp.blockEditor.useBlockProps(), sample(element, state)),
    );
  }

  wp.blocks.registerBlockType('backorder-elements/availability', {
    edit: Edit,
    save: function () {
      return null;
    },
  });
})(globalThis.wp);
