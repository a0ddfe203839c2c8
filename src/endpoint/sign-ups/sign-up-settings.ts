/** Settings of sign-ups, by the names of their environment variables. */
export const SIGN_UP_SETTINGS = {};
