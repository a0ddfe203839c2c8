const MARK = 'data-backorder-live';

/**
 * Puts the page's one live region in place, empty. It stands in the light DOM before anything is said: screen readers
 * miss a region that arrives together with its text, or that stands in a shadow root.
 */
export function prepareAnnouncer(): HTMLElement {
  const there = document.querySelector<HTMLElement>(`[${MARK}]`);
  if (there) return there;
  const region = document.createElement('div');
  region.setAttribute(MARK, '');
  region.setAttribute('role', 'status');
  // By property, since a content security policy may forbid style attributes. Not display:none, which would silence it.
  region.style.cssText = 'position:fixed;top:0;width:1px;overflow:hidden;clip-path:inset(50%)';
  document.body.append(region);
  return region;
}
