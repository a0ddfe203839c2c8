/** What screen readers speak up for when its words change. */
export const LIVE = '[aria-live=polite], [aria-live=assertive], [role=status], [role=alert], [role=log]';
