/** Settings of restock messages, by the names of their environment variables. */
export const RESTOCK_SETTINGS = {};
