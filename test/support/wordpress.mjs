// A WordPress for one test run: Debian's own, with a MariaDB of its own on a socket and PHP's own server, in a temporary folder;
// gone afterwards. Nothing of it asks the network.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const WORDPRESS = process.env.BO_WORDPRESS || '/usr/share/wordpress';
const THEMES = ['/var/lib/wordpress/wp-content/themes', '/usr/share/wordpress/wp-content/themes'];
const THEME = 'twentytwentythree';
const PACKAGES = 'wordpress wordpress-theme-twentytwentythree mariadb-server php-cli php-mysql';

const works = (program, ...flags) => spawnSync(program, [...flags, '--version']).status === 0;
const themeFolder = () => THEMES.map((it) => join(it, THEME)).find((it) => existsSync(it));

/** Why there is no WordPress to be had here; undefined where there is. */
export function whyNoWordpress() {
  const missing = [
    !existsSync(join(WORDPRESS, 'wp-load.php')) && 'WordPress',
    !themeFolder() && 'its theme',
    !works('mariadbd', '--no-defaults') && 'MariaDB',
    spawnSync('php', ['-r', 'exit( extension_loaded( "mysqli" ) ? 0 : 1 );']).status !== 0 &&
      'PHP with MySQL',
  ].filter(Boolean);
  return missing.length ? `no ${missing.join(', ')} here (Debian: apt-get install ${PACKAGES})` : undefined;
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** MariaDB refuses to run as root. */
function otherUser() {
  if (process.getuid() !== 0) return {};
  const id = (flag) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** Ends a program with its workers, if it still runs. */
function end(it) {
  if (it.exitCode === null && it.signalCode === null) process.kill(-it.pid, 'SIGKILL');
}

async function until(what, isSo) {
  for (let tries = 0; !(await isSo()); tries += 1) {
    if (tries > 200) throw new Error(`${what} did not come`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const config = (socket, port) => `<?php
define( 'DB_NAME', 'shop' ); define( 'DB_USER', 'root' ); define( 'DB_PASSWORD', '' ); define( 'DB_HOST', 'localhost:${socket}' );
define( 'DB_CHARSET', 'utf8mb4' ); define( 'DB_COLLATE', '' ); $table_prefix = 'wp_';
define( 'WP_HOME', 'http://127.0.0.1:${port}' ); define( 'WP_SITEURL', WP_HOME );
define( 'WP_DEBUG', true ); define( 'WP_DEBUG_LOG', __DIR__ . '/debug.log' ); define( 'WP_DEBUG_DISPLAY', false ); define( 'SCRIPT_DEBUG', false );
define( 'WP_HTTP_BLOCK_EXTERNAL', true ); define( 'DISABLE_WP_CRON', true ); define( 'AUTOMATIC_UPDATER_DISABLED', true );
foreach ( array( 'AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE' ) as $it ) { define( $it . '_KEY', 'k' . $it ); define( $it . '_SALT', 's' . $it ); }
if ( ! defined( 'ABSPATH' ) ) { define( 'ABSPATH', __DIR__ . '/' ); }
require_once ABSPATH . 'wp-settings.php';
`;

/**
 * Nothing is asked of wordpress.org, no mail is sent, and where an address asks for it there is the edit screen of before blocks, as the
 * plugin "Classic Editor" shows it.
 */
const QUIET = `<?php
add_filter( 'pre_wp_mail', '__return_true' );
add_filter( 'get_avatar_url', function () { return 'data:,'; } );
foreach ( array( 'core', 'plugins', 'themes' ) as $it ) { remove_action( 'admin_init', '_maybe_update_' . $it ); }
add_filter( 'pre_option_dashboard_widget_options', '__return_empty_array' );
add_filter( 'use_block_editor_for_post', function ( $it ) { return isset( $_GET['classic'] ) ? false : $it; } );
`;

/**
 * Starts it.
 *
 * @param plugins folders that are put among its plugins, by the names they get there; none is active yet
 * @param files files of the site, by their paths
 */
export async function startWordpress({ plugins = {}, files = {} } = {}) {
  const user = otherUser();
  const dir = mkdtempSync(join(tmpdir(), 'backorder-wordpress-'));
  const [data, site, socket] = ['data', 'site', 's'].map((it) => join(dir, it));
  const running = [];
  const stop = async () => {
    for (const it of running.reverse()) {
      const ended = new Promise((resolve) =>
        it.exitCode === null && it.signalCode === null ? it.once('exit', resolve) : resolve(),
      );
      // With its workers; nobody needs what is in it.
      end(it);
      await ended;
    }
    rmSync(dir, { recursive: true, force: true });
  };
  const start = (program, flags, env) => {
    const it = spawn(program, flags, {
      ...user,
      cwd: dir,
      stdio: 'ignore',
      detached: true,
      env: { PATH: process.env.PATH, ...env },
    });
    running.push(it);
    // A test run that ends in a fault leaves nothing behind.
    process.once('exit', () => end(it));
    return it;
  };
  try {
    cpSync(WORDPRESS, site, {
      recursive: true,
      dereference: true,
      filter: (it) => !it.endsWith('.htaccess'),
    });
    const content = join(site, 'wp-content');
    cpSync(themeFolder(), join(content, 'themes', THEME), { recursive: true, dereference: true });
    for (const [name, folder] of Object.entries(plugins))
      cpSync(folder, join(content, 'plugins', name), { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(join(site, name), text);
    mkdirSync(join(content, 'mu-plugins'));
    writeFileSync(join(content, 'mu-plugins', 'quiet.php'), QUIET);
    const port = await freePort();
    writeFileSync(join(site, 'wp-config.php'), config(socket, port));
    mkdirSync(data);
    if (user.uid !== undefined) execFileSync('chown', ['-R', `${user.uid}:${user.gid}`, dir]);

    const flags = ['--no-defaults', `--datadir=${data}`];
    execFileSync(
      'mariadb-install-db',
      [...flags, '--auth-root-authentication-method=normal', '--skip-test-db'],
      {
        ...user,
        cwd: dir,
        stdio: 'ignore',
      },
    );
    start('mariadbd', [
      ...flags,
      `--socket=${socket}`,
      '--skip-networking',
      '--innodb-buffer-pool-size=24M',
      '--innodb-flush-log-at-trx-commit=0',
    ]);
    await until(
      'MariaDB',
      () =>
        spawnSync('mariadb-admin', ['--no-defaults', `--socket=${socket}`, '-uroot', 'create', 'shop'])
          .status === 0,
    );

    const url = `http://127.0.0.1:${port}`;
    /** Runs PHP code in the site, and gives what it echoes. `$in` is the input; `$as` (a user's name) is who does it. */
    const php = (code, input = {}, as = '') => {
      const before = `$_SERVER['HTTP_HOST'] = '127.0.0.1:${port}'; $in = json_decode( stream_get_contents( STDIN ), true );`;
      const who = as ? `wp_set_current_user( get_user_by( 'login', '${as}' )->ID );` : '';
      const run = spawnSync(
        'php',
        ['-d', 'display_errors=stderr', '-r', `${before} require '${site}/wp-load.php'; ${who} ${code}`],
        {
          ...user,
          input: JSON.stringify(input),
          encoding: 'utf8',
        },
      );
      if (run.status !== 0) throw new Error(`PHP: ${run.stdout}${run.stderr}`);
      return run.stdout;
    };
    const install = `define( 'WP_INSTALLING', true ); $_SERVER['HTTP_HOST'] = '127.0.0.1:${port}'; require '${site}/wp-load.php';
      require ABSPATH . 'wp-admin/includes/upgrade.php';
      wp_install( 'Shop', 'admin', 'admin@shop.example', false, '', 'admin' );
      switch_theme( '${THEME}' );
      wp_insert_user( array( 'user_login' => 'author', 'user_pass' => 'author', 'user_email' => 'author@shop.example', 'role' => 'author' ) );`;
    execFileSync('php', ['-d', 'display_errors=stderr', '-r', install], {
      ...user,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    start('php', ['-d', 'opcache.enable_cli=1', '-S', `127.0.0.1:${port}`, '-t', site], {
      PHP_CLI_SERVER_WORKERS: '3',
    });
    await until('PHP', () =>
      fetch(`${url}/readme.html`).then(
        (it) => it.ok,
        () => false,
      ),
    );
    return {
      url,
      site,
      php,
      /** What PHP had to say so far, but for what WordPress's own files say of newer PHPs and of having no network. */
      log: () => {
        const file = join(site, 'debug.log');
        const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
        return lines.filter(
          (it) =>
            it &&
            !/PHP Deprecated: .* in \S+\/wp-(?:includes|admin)\/|WordPress\.org or this server/.test(it),
        );
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
