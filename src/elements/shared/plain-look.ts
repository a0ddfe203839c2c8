/**
 * Looks of our tags while they are drawn plain, the same as those of the elements. They carry no weight (`:where`): whatever
 * a theme says goes first. In a line of text a badge takes no more height than the line has, so that nothing moves.
 */
export const PLAIN_LOOK = `\
:where(backorder-badge[data-backorder-plain]){display:inline-flex;align-items:center;gap:.5em;margin-block:-.4em;padding:.25em .75em;border:1px solid var(--backorder-line,color-mix(in srgb,currentColor 24%,transparent));border-radius:var(--backorder-badge-radius,99em);background:var(--backorder-ground);font-size:var(--backorder-badge-size,.8125em);font-weight:600;line-height:1.4;justify-self:start}\
:where(backorder-badge[data-backorder-plain])::before{content:"";flex:none;width:.5em;height:.5em;border-radius:50%;background:var(--_t,var(--backorder-tone-backorder,#d98a00));forced-color-adjust:none}\
:where(backorder-badge[state=preorder]){--_t:var(--backorder-tone-preorder,#3f7de0)}\
:where(backorder-badge[state=coming-soon]){--_t:var(--backorder-tone-coming-soon,#8a63d2)}\
:where(backorder-badge[state=sold-out]){--_t:var(--backorder-tone-sold-out,#8b8b8b)}\
:where([data-backorder-place]>backorder-badge){margin-block:0}\
:where(eta-notice,notify-me-form){display:block;line-height:1.5}\
:where([data-backorder-plain]){overflow-wrap:anywhere}\
:where(eta-notice[data-backorder-plain]>span){margin-inline-end:.5em}\
:where([data-backorder-plain]>b){display:block;font-weight:600}\
:where([data-backorder-plain]>i){display:block;font-size:.875em;font-style:normal}\
:where([data-backorder-plain]>button){background:none;color:inherit;font:inherit;cursor:pointer}\
:where(eta-notice[data-backorder-plain]>button){min-height:24px;padding:0;border:0;font-size:.875em;text-decoration:underline dotted;text-underline-offset:.25em}\
:where(notify-me-form[data-backorder-plain]>button){min-height:44px;padding:0 1em;border:1px solid;border-radius:.5em;font-weight:600}`;
