import type { Words } from '../words/words.js';
import { escapeHtml } from './escape-html.js';
import { itemLines } from './item-words.js';
import { linkless } from './plain-line.js';
import type { Prepared } from './prepare-message.js';

// Mail programs that know no <style> show what stands in the attributes; the rest gets the dark colours as well.
const STYLE = `
:root { color-scheme: light dark; supported-color-schemes: light dark }
@media (prefers-color-scheme: dark) {
  .back { background: #151514 !important } .card { background: #20201e !important; border-color: #3a3a36 !important }
  .card, .card a { color: #f1f1ec !important } .soft, .soft a { color: #b0b0a8 !important }
  .card a.act { background: #f1f1ec !important; color: #1d1d1b !important }
}`;
const FONT =
  "font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',Helvetica,Arial,sans-serif;font-size:16px;line-height:1.6";

/** A mail as HTML: one column without tables, nothing loaded from anywhere. */
export function mailHtml(prepared: Prepared, shop: string, target: string | undefined): string {
  const { kind, item, spoken, leave } = prepared;
  const { words, language, direction } = spoken;
  const says = (name: keyof Words): string => escapeHtml(words[name]);
  const title = item.title === undefined ? '' : escapeHtml(linkless(item.title));
  const lines = itemLines(prepared).map((it) => `<br><span>${escapeHtml(it)}</span>`);
  const about =
    title || lines.length > 0
      ? `<p style="margin:0 0 20px"><strong style="font-size:18px"><bdi>${title}</bdi></strong>${lines.join('')}</p>`
      : '';
  const button = target
    ? `<p style="margin:0 0 24px"><a class="act" href="${escapeHtml(target)}" style="display:inline-block;padding:13px 24px;border-radius:10px;background:#1d1d1b;color:#ffffff;font-weight:600;text-decoration:none">${says(`${kind}.button`)}</a></p>`
    : '';
  const below =
    kind === 'confirm' ? says('confirm.ignore') : `${says('restock.soon')} ${says('restock.why')}`;
  return `<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${says(`${kind}.lead`)}</title>
<style>${STYLE}</style>
</head>
<body class="back" style="margin:0;padding:24px 12px;background:#f4f4f2">
<div class="card" lang="${language}" dir="${direction}" style="max-width:520px;margin:0 auto;padding:32px 28px;background:#ffffff;border:1px solid #dcdcd6;border-radius:14px;color:#1d1d1b;${FONT}">
<p class="soft" style="margin:0 0 20px;color:#5c5c58;font-size:15px"><bdi>${escapeHtml(linkless(shop))}</bdi></p>
<p style="margin:0 0 20px">${says(`${kind}.lead`)}</p>
${about}
${button}
<p class="soft" style="margin:0 0 16px;color:#5c5c58;font-size:14px">${below}</p>
<p class="soft" style="margin:0;color:#5c5c58;font-size:14px"><a href="${escapeHtml(leave)}" style="color:#5c5c58">${says('leave.link')}</a></p>
</div>
</body>
</html>
`;
}
