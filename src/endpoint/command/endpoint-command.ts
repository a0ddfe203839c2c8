import { parseArgs } from 'node:util';
import { readSettings, type Settings } from '../settings.js';
import { backup } from './backup.js';
import { createKeyCommand } from './create-key-command.js';
import { doctor } from './doctor.js';
import { move } from './move.js';
import { serveCommand } from './serve-command.js';

const COMMON = `Settings come from environment variables, which demo/docs/endpoint-settings.md lists; --database goes before DATABASE_URL:
the path of a SQLite file, or postgres://USER:PASSWORD@HOST/NAME.
`;

const HELP: Readonly<Record<string, string>> = {
  serve: `backorder-elements serve [--port NUMBER] [--host ADDRESS] [--database ADDRESS]

Runs the endpoint until SIGTERM or SIGINT; what is under way then is ended first.
`,
  'create-key': `backorder-elements create-key NAME --scopes SCOPE,... [--database ADDRESS]

Makes a key and prints it, this once. "--scopes all" gives it every scope.
`,
  doctor: `backorder-elements doctor [--database ADDRESS]

Looks whether settings, database and counts are sound. Ends with 0 when they are, else with 1.
`,
  backup: `backorder-elements backup FILE [--database ADDRESS]

Copies a SQLite database into a new file, as it is at one moment, while the endpoint runs. For PostgreSQL use pg_dump.
`,
  move: `backorder-elements move --to postgres://... [--database FILE]

Moves a SQLite database into an empty PostgreSQL database, while the endpoint runs; at the end it takes no more writes.
When it is interrupted, run it again. Then start the endpoint with the new address.
`,
};

const OPTIONS = {
  port: { type: 'string' },
  host: { type: 'string' },
  database: { type: 'string' },
  scopes: { type: 'string' },
  to: { type: 'string' },
  help: { type: 'boolean' },
} as const;

const TAKES: Readonly<Record<string, readonly (keyof typeof OPTIONS)[]>> = {
  serve: ['port', 'host'],
  'create-key': ['scopes'],
  move: ['to'],
};

/** One of the endpoint's commands, with its own arguments; gives the exit code. */
export async function endpointCommand(name: string, args: readonly string[]): Promise<number> {
  const help = `${HELP[name]}\n${COMMON}`;
  const own = ['database', 'help', ...(TAKES[name] ?? [])] as (keyof typeof OPTIONS)[];
  const options = Object.fromEntries(own.map((it) => [it, OPTIONS[it]])) as Partial<typeof OPTIONS>;
  const parsed = parseArgs({ args: [...args], allowPositionals: true, options });
  const { positionals } = parsed;
  const values: { readonly [K in keyof typeof OPTIONS]?: string } = Object.fromEntries(
    Object.entries(parsed.values).map(([option, value]) => [option, String(value)]),
  );
  if (values.help) return say(help);
  const settings = read({ DATABASE_URL: values.database, PORT: values.port, HOST: values.host });
  const [first, more] = positionals;
  const wanted = name === 'create-key' || name === 'backup' ? 1 : 0;
  if (more !== undefined || positionals.length !== wanted) return refuse(help);
  if (name === 'serve') return serveCommand(settings);
  if (name === 'doctor') return doctor(settings, say);
  if (name === 'backup' && first !== undefined) return backup(settings.DATABASE_URL, first, say);
  if (name === 'create-key' && first !== undefined && values.scopes !== undefined) {
    return createKeyCommand(settings.DATABASE_URL, first, values.scopes, say);
  }
  if (name === 'move' && values.to !== undefined) return move(settings.DATABASE_URL, values.to, say);
  return refuse(help);
}

/** @throws Error with a line for each setting that is wrong */
function read(told: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.entries(told).filter(([, value]) => value !== undefined);
  try {
    return readSettings({ ...process.env, ...Object.fromEntries(given) });
  } catch (error) {
    const lines = error instanceof Error ? error.message : String(error);
    throw new Error(`These settings cannot be used:\n${lines.replace(/^/gm, '  ')}`, { cause: error });
  }
}

function say(text: string): 0 {
  process.stdout.write(text);
  return 0;
}

function refuse(text: string): 2 {
  process.stderr.write(text);
  return 2;
}
