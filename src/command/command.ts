#!/usr/bin/env node
// The one program of this package. What a command needs is loaded only when it is called: a shop that runs the endpoint has no
// browser, and one that checks a page no database.

const HELP = `backorder-elements check URL            looks at a product page in an installed browser
backorder-elements lint FILE|URL|-      looks at an availability document for what cannot be kept

The endpoint:
backorder-elements serve                answers shop pages: availability, reservations, sign-ups
backorder-elements create-key NAME      makes a key for its API, and prints it once
backorder-elements doctor               looks whether settings and database are sound
backorder-elements backup FILE          copies a SQLite database while it is used
backorder-elements move --to ADDRESS    moves a SQLite database into PostgreSQL

Each with --help tells more.
`;

const ENDPOINT = ['serve', 'create-key', 'doctor', 'backup', 'move'];

/** What the endpoint needs beside this package; `pg` and `libsql` are for one database each. */
const PACKAGES =
  'hono @hono/node-server @hono/zod-openapi zod kysely libsql pg nodemailer prom-client standardwebhooks echarts';

/** Runs one command; gives the exit code. */
async function run([name = '', ...args]: readonly string[]): Promise<number> {
  if (name === 'check') return (await import('../check/check-command.js')).checkCommand(args);
  if (name === 'lint') return (await import('../check/lint-command.js')).lintCommand(args);
  if (ENDPOINT.includes(name)) {
    return (await import('../endpoint/command/endpoint-command.js')).endpointCommand(name, args);
  }
  if (['--help', '-h', 'help'].includes(name)) {
    process.stdout.write(HELP);
    return 0;
  }
  process.stderr.write(name ? `There is no command "${name}".\n\n${HELP}` : HELP);
  return 2;
}

/** What went wrong, in a line that helps. */
function explain(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const missing = /Cannot find (?:package|module) '([^'./][^']*)'/.exec(message)?.[1];
  if (missing === undefined) return message;
  return `The package ${missing} is not here. Install what the endpoint needs beside this package:\n  npm install ${PACKAGES}`;
}

export {};

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 2;
}
