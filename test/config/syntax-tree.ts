import { parseAst } from 'vite';

/** As much of a syntax tree as the build looks at. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [part: string]: unknown;
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** The syntax tree of a script or module. */
export const parse = (code: string): Node => parseAst(code) as unknown as Node;
