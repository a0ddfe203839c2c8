'use client';
import {
  createElement,
  forwardRef,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  version,
  type ForwardRefExoticComponent,
  type RefAttributes,
} from 'react';

/** From 19 on React sets properties of custom elements by itself, but for those that it hydrates. */
const NATIVELY = Number.parseInt(version, 10) >= 19;

/** On a server an effect never runs, and React 18 warns of the one that would run before the page is painted. */
const useEarlyEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;

type Props = Readonly<Record<string, unknown>>;

/** What wrappers differ in. */
export interface WrappedTag {
  readonly tag: string;
  /** Properties that no attribute can carry. */
  readonly properties: readonly string[];
  /** Names of attributes that are there or not. */
  readonly flags: readonly string[];
  /** Events by the prop that listens to them. */
  readonly events: Readonly<Record<string, string>>;
}

/** A React component for a tag: properties as properties, events as `onName`, children into slots. Registers nothing. */
export function wrapTag<Element extends HTMLElement>(
  wrapped: WrappedTag,
): ForwardRefExoticComponent<RefAttributes<Element>> {
  const { tag, properties, events } = wrapped;
  const component = forwardRef<Element>((props: Props, ref) => {
    const element = useRef<Element>(null);
    const latest = useRef(props);
    useImperativeHandle(ref, () => element.current as Element, []);
    useEarlyEffect(() => {
      const before = latest.current;
      latest.current = props;
      // React 19 sets what changes, but at first nothing on a tag that a server has written.
      if (NATIVELY && props !== before) return;
      for (const name of properties) {
        // What the page never said is not ours to take away.
        if (name in props || name in before)
          (element.current as unknown as Record<string, unknown>)[name] = props[name];
      }
    });
    useEarlyEffect(() => {
      const ending = new AbortController();
      for (const [prop, type] of Object.entries(events)) {
        const handle = (event: Event): void =>
          (latest.current[prop] as ((event: Event) => void) | undefined)?.(event);
        element.current?.addEventListener(type, handle, { signal: ending.signal });
      }
      return () => ending.abort();
    }, []);
    // It may be upgraded before it is hydrated, and says its state in an attribute.
    return createElement(tag, {
      suppressHydrationWarning: true,
      ...attributesOf(props, wrapped),
      ref: element,
    });
  });
  component.displayName = tag;
  return component;
}

/**
 * What React itself writes. React 18 knows of custom elements' attributes only, by their own names; React 19 leaves the class
 * "undefined" behind where a `className` goes.
 */
function attributesOf(props: Props, { properties, flags, events }: WrappedTag): Props {
  const own = Object.entries(props).filter(
    ([name]) => !(name in events) && (NATIVELY || !properties.includes(name)),
  );
  return Object.fromEntries(
    own.map(([name, value]) => {
      if (name === 'className') return ['class', value];
      if (name === 'htmlFor') return ['for', value];
      return [name, flags.includes(name) && !NATIVELY ? (value ? '' : undefined) : value];
    }),
  );
}
