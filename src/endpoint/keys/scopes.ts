/** What a key may do. */
export const SCOPES = {
  'availability:read': 'read exact counts and limits',
  'products:write': 'change products, stock, policies and the shop-wide settings',
  'reservations:write': 'hold, confirm and release pieces',
  'demand:read': 'read the demand report',
  'people:admin': 'export and erase the data of a person',
  'outbox:read': 'see which messages wait, were sent or failed; addresses only with people:admin',
  'metrics:read': 'read figures for Prometheus',
  'keys:admin': 'make and revoke keys, read the audit trail',
} as const;

export type Scope = keyof typeof SCOPES;

/** Whether a text names a scope. */
export function isScope(text: string): text is Scope {
  return Object.hasOwn(SCOPES, text);
}
