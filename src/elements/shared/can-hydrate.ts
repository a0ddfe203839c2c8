import { render } from 'lit';

/**
 * Whether a server's shadow root can be hydrated: the page is able to, and what stands there is what would be drawn here, but for
 * the marks between the parts and the styles. Anything else is an error to Lit.
 */
export function canHydrate(theirs: ShadowRoot, drawing: unknown): boolean {
  if (!('litElementHydrateSupport' in globalThis)) return false;
  const ours = document.createElement('div');
  render(drawing, ours);
  return bare(theirs).isEqualNode(bare(ours));
}

function bare({ childNodes }: ParentNode): Element {
  const copy = document.createElement('div');
  copy.append(...[...childNodes].map((it) => it.cloneNode(true)));
  const marks: ChildNode[] = [...copy.querySelectorAll('style')];
  const comments = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT);
  while (comments.nextNode()) marks.push(comments.currentNode as Comment);
  for (const it of marks) it.remove();
  copy.normalize();
  return copy;
}
