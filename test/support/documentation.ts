// The texts of the documentation: README.md, and every Markdown file of this repository that its contents lead to.

/** An example in a text, by its name. */
export interface Example {
  readonly name: string;
  readonly kind: string;
  readonly code: string;
}

/** All texts, by their path. */
export async function documentation(): Promise<ReadonlyMap<string, string>> {
  const read = async (file: string): Promise<[string, string]> => {
    const reply = await fetch(`/${file}`);
    if (!reply.ok) throw new Error(`${file}: ${reply.status}`);
    return [file, await reply.text()];
  };
  const door = await read('README.md');
  // A test server gives nobody files of hidden folders; what they have is tried in Node.
  const linked = [...door[1].matchAll(/\]\(((?!\.)[^)#:]+\.md)/g)].map(([, file = '']) => file);
  return new Map([door, ...(await Promise.all([...new Set(linked)].map(read)))]);
}

/** The examples of a text: `<!-- example: NAME -->` and the block of code after it. */
export function examplesIn(text: string): readonly Example[] {
  const found = text.matchAll(/<!-- example: (\S+) -->\n+```(html|js|json|ts)\n([\s\S]*?)```/g);
  return [...found].map(([, name = '', kind = '', code = '']) => ({ name, kind, code }));
}
