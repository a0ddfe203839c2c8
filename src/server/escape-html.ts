/** What ends an attribute or begins markup, whichever quotes stand around it. */
const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** A text as it can stand in HTML, between tags and in a quoted attribute: it is shown as it is and never read as markup. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`]/g, (sign) => SIGNS[sign] ?? sign);
}
