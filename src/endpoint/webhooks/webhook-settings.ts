/** Settings of platform webhooks, by the names of their environment variables. */
export const WEBHOOK_SETTINGS = {};
