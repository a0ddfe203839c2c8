/** What was sent to a cart, as far as two requests can be told apart by it. */
export interface CartRequest {
  readonly method: string;
  readonly path: string;
  /** Of a form its fields, of JSON its leaves by their paths. */
  readonly fields: readonly (readonly [name: string, value: string])[];
}

const CART = /cart|basket|checkout|add-item|add_to/i;
const ADDS_BY_ADDRESS = /\/cart\/add|cart\.php\?.*action=(?:add|buy)|[?&]add-to-cart=/i;

/** Whether a request would change a cart. These are never sent to the shop. */
export function changesCart(method: string, url: string): boolean {
  const { pathname, search } = new URL(url);
  if (method === 'GET') return ADDS_BY_ADDRESS.test(pathname + search) && !/\.m?js$/.test(pathname);
  return isChange(method) && CART.test(pathname + search);
}

/** Whether a request is an add to a cart, and not one of those by which a shop counts its adds elsewhere. */
export function isAdd(method: string, url: string, page: string, body: string): boolean {
  const [to, from] = [new URL(url), new URL(page)];
  if (/graphql/i.test(to.pathname)) return CART.test(body);
  if (to.origin !== from.origin) return CART.test(to.pathname);
  return changesCart(method, url) || to.pathname === from.pathname;
}

/** Whether a request may change anything at all. */
export function isChange(method: string): boolean {
  return !/^(?:GET|HEAD|OPTIONS)$/.test(method);
}

/** Reads a request that was caught. */
export async function readRequest(
  method: string,
  url: string,
  type: string,
  body: string,
): Promise<CartRequest> {
  const { pathname, search } = new URL(url);
  return { method, path: pathname + search, fields: await fieldsIn(type, body) };
}

async function fieldsIn(type: string, body: string): Promise<CartRequest['fields']> {
  try {
    if (/json/.test(type)) return leaves(JSON.parse(body), '');
    if (/urlencoded/.test(type)) return [...new URLSearchParams(body)];
    const form = await new Response(body, { headers: { 'content-type': type } }).formData();
    return [...form].map(([name, value]) => [name, typeof value === 'string' ? value : value.name]);
  } catch {
    return body ? [['', body]] : [];
  }
}

function leaves(value: unknown, path: string): CartRequest['fields'] {
  if (typeof value !== 'object' || value === null) return [[path, String(value)]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path ? `${path}[${key}]` : key));
}

/**
 * What is not as in the theme's own request, in words; nothing when all is.
 *
 * @param ours names of fields that are ours to send
 */
export function differences(own: CartRequest, request: CartRequest, ours: readonly string[]): string {
  if (own.method !== request.method || own.path !== request.path) {
    return `${request.method} ${request.path} in place of ${own.method} ${own.path}`;
  }
  const mine = (name: string): boolean => ours.some((it) => name === it || name.endsWith(`[${inner(it)}]`));
  const rest = request.fields.filter(([name]) => !mine(name));
  const print = (fields: CartRequest['fields']): string[] => fields.map((it) => it.join('=')).sort();
  const [before, after] = [print(own.fields), print(rest)];
  const told = [
    ...before.filter((it) => !after.includes(it)).map((it) => `${it} is missing`),
    ...after.filter((it) => !before.includes(it)).map((it) => `${it} is new`),
  ];
  if (!told.length && before.length !== after.length) told.push('a field is there twice');
  return told.slice(0, 5).join('; ');
}

/** Fields of ours that a request carries. */
export function carried(request: CartRequest, ours: readonly string[]): readonly string[] {
  return ours.filter((it) =>
    request.fields.some(([name, value]) => value && (name === it || name.endsWith(`[${inner(it)}]`))),
  );
}

/** `properties[Availability]` is the property "Availability", also where a theme sends JSON. */
const inner = (name: string): string => /\[([^\]]+)\]$/.exec(name)?.[1] ?? name;
