<?php
/**
 * What editor.js needs, as WordPress reads it beside the file. Install: see INSTALL.md.
 *
 * @package BackorderElements
 */

return array(
	'dependencies' => array( 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element', 'wp-i18n' ),
	'version'      => '0.1.0',
);
