// Runs before the first paint, so that a chosen scheme does not flash.
// `?scheme=dark`, `?dir=rtl`, `?lang=ar` and `?explain` in the address are for
// looking at a page once; the choice in the footer is kept.
{
  const root = document.documentElement;
  const asked = new URLSearchParams(location.search);
  let kept = null;
  try {
    kept = localStorage.getItem('demo-scheme');
  } catch {
    // Storage may be forbidden; the device's scheme then stands.
  }
  const scheme = asked.get('scheme') || kept;
  if (scheme === 'light' || scheme === 'dark') root.dataset.scheme = scheme;
  if (asked.get('dir') === 'rtl') root.dir = 'rtl';
  if (asked.has('lang')) root.lang = asked.get('lang');
  if (asked.has('explain')) root.dataset.backorderExplain = '';
}
