import { badgeHtml, noticeHtml, type Offer } from 'backorder-elements/server';
import { defineComponent, h, inject, type PropType } from 'vue';
import { SERVED } from './served.js';

const WRITE = { 'backorder-badge': badgeHtml, 'eta-notice': noticeHtml };

/**
 * One of our tags. A server writes its words into it, and Vue leaves what stands there to the element: a render function, since a
 * template's `v-html` would write it again while it hydrates.
 */
export const ServedTag = defineComponent({
  props: {
    tag: { type: String as PropType<keyof typeof WRITE>, required: true },
    offer: { type: Object as PropType<Offer>, required: true },
  },
  setup({ tag, offer }) {
    const served = inject(SERVED, undefined);
    const telling = served?.language && { language: served.language, now: served.now };
    // Once, not whenever the offer changes: from then on the element knows by itself.
    const innerHTML = import.meta.env.SSR && telling ? WRITE[tag](offer, telling) : `<${tag}></${tag}>`;
    return () => h('span', { class: 'served', innerHTML });
  },
});
