// What WordPress's own code makes of what editors paste: its filter of markup, and its reader of blocks. Needs a WordPress, which
// CI has not: BO_WORDPRESS=/usr/share/wordpress (Debian's package "wordpress", no database) and PHP.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { snippetsFor } from '../../../demo/builder-snippet.mjs';
import { cleanState, SHOWN } from '../../../demo/builder-state.mjs';
import { HOSTILE } from '../../support/printed-document.mjs';

const folder = process.env.BO_WORDPRESS;
const skip = !folder && 'no WordPress here: set BO_WORDPRESS to its folder to run it';

function wordpress(code, input) {
  const setup = `error_reporting( E_ALL & ~E_DEPRECATED ); define( 'ABSPATH', getenv( 'BO_WORDPRESS' ) . '/' ); define( 'WPINC', 'wp-includes' ); define( 'WP_DEBUG', false );
    foreach ( array( 'plugin', 'functions', 'formatting', 'kses', 'class-wp-block-parser', 'blocks' ) as $file ) { require ABSPATH . "wp-includes/$file.php"; }
    $in = json_decode( stream_get_contents( STDIN ), true );`;
  const run = spawnSync(
    'php',
    ['-d', 'display_errors=stderr', '-r', `${setup}\necho json_encode( ${code} );`],
    {
      input: JSON.stringify(input),
      encoding: 'utf8',
    },
  );
  assert.equal(run.stderr, '');
  return JSON.parse(run.stdout);
}
const codeOf = (given) =>
  snippetsFor(cleanState({ show: SHOWN.filter((it) => it !== 'button'), ...given }))[0].code;

describe('what is pasted into WordPress', { skip }, () => {
  for (const written of ['data', 'classes']) {
    it(`plain HTML by ${written} passes its filter untouched, where tags of our own do not`, () => {
      const elements = (html) => html.match(/<div (?:data-backorder|class="backorder)[^>]*>/g) ?? [];
      const code = codeOf({ written });
      const filtered = wordpress('wp_kses_post( $in )', code);
      assert.deepEqual(elements(filtered), elements(code));
      assert.equal(elements(code).length, 3);
      assert.doesNotMatch(
        wordpress('wp_kses_post( $in )', codeOf({ written: 'tags' })),
        /<(?:backorder|eta|notify)-/,
      );
    });
  }

  it('its reader finds each block of the builder, with the product as it was typed', () => {
    for (const product of ['walnut-side-table', ...HOSTILE]) {
      const state = cleanState({ platform: 'wordpress', product, show: SHOWN });
      const blocks = wordpress('parse_blocks( $in )', snippetsFor(state)[0].code).filter(
        (it) => it.blockName,
      );
      assert.deepEqual(
        blocks.map(({ blockName, attrs }) => [blockName, attrs.element, attrs.product]),
        ['badge', 'notice', 'button', 'form'].map((it) => [
          'backorder-elements/availability',
          it,
          state.product,
        ]),
      );
    }
  });
});
