<?php
/**
 * The block in the shop's pages: the tag, with what holds without scripts inside. Install: see INSTALL.md.
 *
 * @var array<string, mixed> $attributes Attributes.
 * @var WP_Block             $block      The block.
 *
 * @package BackorderElements
 */

defined( 'ABSPATH' ) || exit;

echo Backorder_Elements::block( $attributes, $block->context ?? array() ); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- Escaped there.
