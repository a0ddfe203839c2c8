/** A row of a CSV file, and the line on which it begins. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

const MOST_CELL = 20_000;

/**
 * Reads CSV as RFC 4180 has it, piece by piece: quotes, doubled quotes and line breaks in them, CRLF or LF or CR, a byte
 * order mark, no last line break. Empty lines are left out.
 *
 * @param pieces the text, cut anywhere
 * @throws SyntaxError with the line of what is no CSV: a quote that does not end, or something after its end
 */
export function* readCsv(pieces: Iterable<string>): Generator<CsvRow> {
  let cells: string[] = [];
  let cell = '';
  let state: 'start' | 'plain' | 'quoted' | 'after-quote' = 'start';
  let line = 1;
  let begin = 1;
  let afterReturn = false;
  let isFirst = true;
  const endCell = (): void => {
    cells.push(cell);
    cell = '';
    state = 'start';
  };
  for (const piece of pieces) {
    for (const character of piece) {
      if (isFirst) {
        isFirst = false;
        if (character === '\uFEFF') continue;
      }
      const isPair = afterReturn && character === '\n';
      afterReturn = character === '\r';
      if ((character === '\n' && !isPair) || character === '\r') line += 1;
      if (state === 'quoted') {
        if (character === '"') state = 'after-quote';
        else cell += character;
      } else if (character === '"' && state !== 'plain') {
        if (state === 'after-quote') cell += '"';
        state = 'quoted';
      } else if (character === ',') {
        endCell();
      } else if (character === '\n' || character === '\r') {
        if (isPair) {
          begin = line;
          continue;
        }
        const isEmpty = cells.length === 0 && state === 'start';
        endCell();
        if (!isEmpty) yield { line: begin, cells };
        cells = [];
        begin = line;
      } else if (state === 'after-quote') {
        throw new SyntaxError(`Line ${line}: something stands after a closing quote.`);
      } else if (character === '"') {
        throw new SyntaxError(`Line ${line}: a quote stands in a cell that does not begin with one.`);
      } else {
        cell += character;
        state = 'plain';
      }
      if (cell.length > MOST_CELL) throw new SyntaxError(`Line ${line}: a cell is too long.`);
    }
  }
  if (state === 'quoted') throw new SyntaxError(`Line ${begin}: a quote does not end.`);
  if (cells.length > 0 || state !== 'start') {
    endCell();
    yield { line: begin, cells };
  }
}
