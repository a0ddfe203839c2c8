/** Milliseconds since 1970, UTC. */
export type Instant = number;
/** 0 or 1: SQLite has no boolean. */
export type Flag = 0 | 1;
/** JSON as text: read and written whole, never searched. */
export type Json = string;
