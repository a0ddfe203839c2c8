// Markdown tables; prettier lines the columns up afterwards.

const cell = (text = '') =>
  String(text)
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('|', '\\|')
    .trim();

/** A table, or nothing when there are no rows. Columns that are empty in every row are left out. */
export function table(heads, rows) {
  if (rows.length === 0) return '';
  const kept = heads.map((_head, index) => rows.some((row) => cell(row[index])));
  const line = (cells) =>
    `| ${cells
      .filter((_cell, index) => kept[index])
      .map(cell)
      .join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}
