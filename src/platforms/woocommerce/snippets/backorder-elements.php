<?php
/**
 * Plugin Name:          Backorder Elements
 * Description:          Products that can be backordered, pre-ordered or asked for: honest availability, promises with the order, limits kept.
 * Version:              0.1.0
 * Requires at least:    6.1
 * Requires PHP:         7.4
 * WC requires at least: 8.0
 * License:              MIT
 * Text Domain:          backorder-elements
 *
 * Install
 * 1. Make a folder "backorder-elements" with this file in it, and in that a folder "cdn" with the files of this package's cdn/ folder.
 * 2. Compress the folder to backorder-elements.zip. In WordPress: Plugins > Add New > Upload Plugin; install and activate.
 * 3. WooCommerce > Settings > Products > Inventory, at the end: days to dispatch, where sign-ups go, and whether pages are cached.
 * 4. In a product's (or a variation's) Inventory: "Allow backorders", and beside it a limit and the date it ships, if they are known.
 * 5. Open the page of such a product with stock 0: the button says "Backorder now", and the order carries the date.
 * Where the shop is elsewhere, and WooCommerce is not there: Settings > General, at the end: where the availability document is.
 *
 * Nothing in the theme is changed: the plugin prints data, one script tag, and tags of ours where WooCommerce has places for them.
 *
 * @package BackorderElements
 */

defined( 'ABSPATH' ) || exit;

/** The plugin. Every method is a hook's or a step of one; nothing is kept but the products that the page has shown. */
final class Backorder_Elements {
	const VERSION = '0.1.0';

	/** Key of a cart line's own data. */
	const LINE = 'backorder_elements';

	/** Hidden fields of the product form, as named on the script tag: the promise in words, and as data. */
	const TEXT_FIELD   = 'backorder_text';
	const RECORD_FIELD = 'backorder_record';

	/** Meta of products and variations. */
	const LIMIT      = '_backorder_limit';
	const SHIPS_ON   = '_backorder_ships_on';
	const RELEASE_ON = '_backorder_release_on';

	/** Dates as the availability document has them: a day, a month, a week or a quarter, or a range of two. */
	const DATE = '/^(20\d\d-(\d\d(-\d\d)?|W\d\d|Q[1-4]))(\/20\d\d-(\d\d(-\d\d)?|W\d\d|Q[1-4]))?$/';

	/** A promise as data: a version, then fields between semicolons, no character of which means anything in markup. */
	const RECORD = '/^\d{1,3};[A-Za-z0-9;:+\/.,_ -]{0,300}$/';

	const MOST_REFERENCES = 100;

	/** Tags, by the block's names for them. */
	const TAGS = array(
		'badge'  => 'backorder-badge',
		'notice' => 'eta-notice',
		'form'   => 'notify-me-form',
	);

	/** Ids of the products that the page has shown.
	 *
	 * @var array<int, true>
	 */
	private static $shown = array();

	/** Whether the browser was told to fetch ahead.
	 *
	 * @var bool
	 */
	private static $ahead = false;

	/** Hooks. Those of WooCommerce's stay silent where it is not there. */
	public static function start() {
		add_action( 'before_woocommerce_init', array( __CLASS__, 'declare_compatibility' ) );

		add_action( 'wp_enqueue_scripts', array( __CLASS__, 'enqueue' ) );
		add_filter( 'script_loader_tag', array( __CLASS__, 'script_tag' ), 10, 2 );
		add_action( 'wp_head', array( __CLASS__, 'fetch_ahead' ), 2 );
		add_action( 'woocommerce_after_shop_loop_item_title', array( __CLASS__, 'loop_badge' ) );
		add_action( 'woocommerce_single_product_summary', array( __CLASS__, 'without_form' ), 31 );
		add_action( 'wp_footer', array( __CLASS__, 'print_document' ) );
		add_action( 'rest_api_init', array( __CLASS__, 'register_route' ) );
		add_action( 'init', array( __CLASS__, 'register_block' ) );
		add_action( 'admin_init', array( __CLASS__, 'register_endpoint' ) );

		add_filter( 'woocommerce_add_cart_item_data', array( __CLASS__, 'posted_line' ) );
		add_filter( 'woocommerce_store_api_add_to_cart_data', array( __CLASS__, 'store_api_line' ), 10, 2 );
		add_filter( 'woocommerce_get_item_data', array( __CLASS__, 'line_text' ), 10, 2 );
		add_action( 'woocommerce_blocks_loaded', array( __CLASS__, 'extend_store_api' ) );
		add_action( 'woocommerce_after_cart_item_name', array( __CLASS__, 'mark_line' ) );
		add_filter( 'woocommerce_widget_cart_item_quantity', array( __CLASS__, 'mark_mini_line' ), 10, 2 );
		add_action( 'wp_footer', array( __CLASS__, 'mark_cart' ), 5 );
		add_action( 'woocommerce_checkout_create_order_line_item', array( __CLASS__, 'order_line' ), 10, 3 );
		add_filter( 'woocommerce_hidden_order_itemmeta', array( __CLASS__, 'hidden_meta' ) );

		add_filter( 'woocommerce_add_to_cart_validation', array( __CLASS__, 'may_add' ), 10, 4 );
		add_filter( 'woocommerce_update_cart_validation', array( __CLASS__, 'may_update' ), 10, 4 );
		add_action( 'woocommerce_check_cart_items', array( __CLASS__, 'check_cart' ) );

		add_filter( 'woocommerce_inventory_settings', array( __CLASS__, 'settings' ) );
		add_action( 'woocommerce_product_options_inventory_product_data', array( __CLASS__, 'product_fields' ) );
		add_action( 'woocommerce_admin_process_product_object', array( __CLASS__, 'save_product' ) );
		add_action( 'woocommerce_product_after_variable_attributes', array( __CLASS__, 'variation_fields' ), 10, 3 );
		add_action( 'woocommerce_admin_process_variation_object', array( __CLASS__, 'save_variation' ), 10, 2 );
	}

	/** Orders are only written by WooCommerce's own functions, so any way it stores them will do. */
	public static function declare_compatibility() {
		if ( class_exists( '\Automattic\WooCommerce\Utilities\FeaturesUtil' ) ) {
			\Automattic\WooCommerce\Utilities\FeaturesUtil::declare_compatibility( 'custom_order_tables', __FILE__, true );
			\Automattic\WooCommerce\Utilities\FeaturesUtil::declare_compatibility( 'cart_checkout_blocks', __FILE__, true );
		}
	}

	/** Whether the shop is here. Else the site only writes about products that are sold elsewhere. */
	private static function has_shop() {
		return function_exists( 'wc_get_product' );
	}

	/* The page */

	/** The script, from the folder beside this file. */
	public static function enqueue() {
		wp_enqueue_script( 'backorder-elements', plugins_url( 'cdn/backorder-elements.js', __FILE__ ), array(), self::VERSION, array( 'strategy' => 'defer' ) );
	}

	/**
	 * Puts the settings on the script tag.
	 *
	 * @param string $tag    The tag.
	 * @param string $handle The script's name.
	 * @return string
	 */
	public static function script_tag( $tag, $handle ) {
		if ( 'backorder-elements' !== $handle ) {
			return $tag;
		}
		// WordPress before 6.3 does not know of strategies.
		$data = preg_match( '/\s(?:defer|async)\b/', $tag ) ? '' : 'defer ';
		if ( self::has_shop() ) {
			$data .= sprintf( 'data-text-field="%s" data-record-field="%s"', esc_attr( self::TEXT_FIELD ), esc_attr( self::RECORD_FIELD ) );
			if ( is_product() ) {
				$data .= sprintf( ' data-product="%d"', get_queried_object_id() );
			}
		}
		$endpoint = self::endpoint();
		if ( '' !== $endpoint ) {
			$data .= sprintf( ' data-endpoint="%s"', esc_url( $endpoint ) );
		}
		return preg_replace( '/<script\b(?=[^>]*\ssrc=)/', '<script ' . addcslashes( $data, '\\$' ), $tag, 1 );
	}

	/** What the script needs when something is out of stock: a product's page has it fetched while the page is still read. */
	public static function fetch_ahead() {
		if ( ! self::has_shop() || ! is_product() || post_password_required() ) {
			return;
		}
		$product = wc_get_product( get_queried_object_id() );
		if ( ! $product instanceof WC_Product ) {
			return;
		}
		$variations = $product->is_type( 'variable' ) ? array_map( 'wc_get_product', $product->get_children() ) : array();
		self::ahead_for( array_merge( array( $product ), $variations ) );
	}

	/**
	 * Prints, once a page, what is to be fetched, if any of these is out of stock.
	 *
	 * @param array<WC_Product|false|null> $products Products or variations.
	 */
	private static function ahead_for( $products ) {
		$kept = max( 0, (int) get_option( 'woocommerce_notify_no_stock_amount', 0 ) );
		foreach ( self::$ahead ? array() : $products as $product ) {
			$record = $product instanceof WC_Product ? self::record( $product ) : array();
			if ( ! isset( $record['status'] ) && ( $record['onHand'] ?? INF ) > $kept ) {
				continue;
			}
			self::$ahead = true;
			foreach ( array( 'page', 'woocommerce', 'kit' ) as $name ) {
				printf( '<link rel="modulepreload" href="%s">' . "\n", esc_url( plugins_url( "cdn/backorder-elements.$name.js", __FILE__ ) ) );
			}
			return;
		}
	}

	/** A badge for each product of a loop. In stock it shows nothing. */
	public static function loop_badge() {
		global $product;
		if ( $product instanceof WC_Product ) {
			self::$shown[ $product->get_id() ] = true;
			self::ahead_for( array( $product ) );
			printf( '<backorder-badge product="%d"></backorder-badge>', absint( $product->get_id() ) );
		}
	}

	/** A simple product that is sold out has no form to put anything beside. */
	public static function without_form() {
		global $product;
		if ( $product instanceof WC_Product && $product->is_type( 'simple' ) && ! $product->is_in_stock() ) {
			printf( '<eta-notice product="%1$d"></eta-notice><notify-me-form product="%1$d" compact></notify-me-form>', absint( $product->get_id() ) );
		}
	}

	/** The block for texts and pages, where its folder stands beside this file. */
	public static function register_block() {
		if ( file_exists( __DIR__ . '/block/block.json' ) ) {
			register_block_type( __DIR__ . '/block' );
		}
	}

	/**
	 * The block's markup. Without scripts the button is the shop's own and sells, a sold-out product says so, and the rest is silent;
	 * where the shop is elsewhere, button and form lead to the product.
	 *
	 * @param array<string, mixed> $attributes Attributes, as stored with the text.
	 * @param array<string, mixed> $context    What stands round the block.
	 * @return string
	 */
	public static function block( $attributes, $context = array() ) {
		$element = isset( $attributes['element'] ) && is_string( $attributes['element'] ) ? $attributes['element'] : 'badge';
		// Of what somebody writes who may not write any HTML, WordPress stores ampersands as entities, in attributes too.
		$name    = isset( $attributes['product'] ) && is_scalar( $attributes['product'] ) ? trim( wp_specialchars_decode( (string) $attributes['product'], ENT_QUOTES ) ) : '';
		if ( ! self::has_shop() ) {
			return self::block_elsewhere( $element, $name );
		}
		$product = '' !== $name ? self::find( $name ) : null;
		if ( '' === $name && 'product' === ( $context['postType'] ?? '' ) ) {
			$product = wc_get_product( absint( $context['postId'] ?? 0 ) );
		} elseif ( '' === $name && is_product() ) {
			$product = wc_get_product( get_queried_object_id() );
		}
		// What is no product of the shop's, or none that everybody may see, is nothing at all.
		if ( ! $product || 'publish' !== $product->get_status() || '' !== $product->get_post_password() ) {
			return '';
		}
		$id                 = absint( $product->get_id() );
		self::$shown[ $id ] = true;
		if ( 'button' === $element ) {
			if ( ! $product->is_type( 'simple' ) || ! $product->is_purchasable() || ! $product->is_in_stock() ) {
				return '';
			}
			$inside = sprintf(
				'<form class="cart" action="%1$s" method="post"><button type="submit" name="add-to-cart" value="%2$d" class="single_add_to_cart_button button alt wp-element-button">%3$s</button></form>',
				esc_url( get_permalink( $id ) ),
				$id,
				esc_html__( 'Add to cart', 'backorder-elements' )
			);
		} else {
			$tag    = self::TAGS[ $element ] ?? 'backorder-badge';
			$gone   = 'backorder-badge' === $tag && ! $product->is_in_stock() ? esc_html__( 'Sold out', 'backorder-elements' ) : '';
			$inside = sprintf( '<%1$s product="%2$d"%3$s>%4$s</%1$s>', $tag, $id, 'notify-me-form' === $tag ? ' compact' : '', $gone );
		}
		return sprintf( '<div %1$s>%2$s</div>', get_block_wrapper_attributes(), $inside );
	}

	/**
	 * The block on a site without a shop: the product is named as its shop names it. Its whole address is a name too, and the only
	 * one that leads there.
	 *
	 * @param string $element Element.
	 * @param string $name    The product, as it was typed.
	 * @return string
	 */
	private static function block_elsewhere( $element, $name ) {
		$address = preg_match( '#^https?://#i', $name ) ? esc_url( $name ) : '';
		$words   = esc_html__( 'See the product', 'backorder-elements' );
		if ( '' === $name || ( 'button' === $element && '' === $address ) ) {
			return '';
		}
		if ( 'button' === $element ) {
			$inside = sprintf( '<a class="wp-block-button__link wp-element-button" href="%1$s">%2$s</a>', $address, $words );
		} else {
			$form   = 'form' === $element;
			$inside = sprintf(
				'<%1$s product="%2$s"%3$s>%4$s</%1$s>',
				self::TAGS[ $element ] ?? 'backorder-badge',
				esc_attr( $name ),
				$form ? ' compact' : '',
				$form && '' !== $address ? sprintf( '<a href="%1$s">%2$s</a>', $address, $words ) : ''
			);
		}
		return sprintf( '<div %1$s>%2$s</div>', get_block_wrapper_attributes(), $inside );
	}

	/** Prints what the shop knows of all products that the page has shown: one document a page. */
	public static function print_document() {
		if ( ! self::has_shop() || self::is_cached() ) {
			return;
		}
		if ( is_product() && ! post_password_required() ) {
			self::$shown[ get_queried_object_id() ] = true;
		}
		if ( ! self::$shown ) {
			return;
		}
		$products = array_filter( array_map( 'wc_get_product', array_keys( self::$shown ) ) );
		// Tags, quotes and ampersands leave as \u003C and the like: no text of the shop's can end the script.
		$json = wp_json_encode( self::document( $products ), JSON_HEX_TAG | JSON_HEX_AMP | JSON_HEX_APOS );
		if ( false !== $json ) {
			echo '<script type="application/json" data-backorder-availability>' . $json . "</script>\n"; // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- JSON with its tags escaped.
		}
	}

	/** Where the script asks for the document; empty where it stands in the page. */
	private static function endpoint() {
		if ( ! self::has_shop() ) {
			return (string) get_option( 'backorder_elements_endpoint', '' );
		}
		return self::is_cached() ? rest_url( 'backorder-elements/v1/availability' ) : '';
	}

	/** Whether whole pages are cached, so that what stands in them may be old: then the script asks the endpoint. */
	private static function is_cached() {
		return 'yes' === get_option( 'backorder_elements_cached', 'no' );
	}

	/* The document */

	/**
	 * The availability document, version 1.
	 *
	 * @param WC_Product[] $products Products.
	 * @return array<string, mixed>
	 */
	private static function document( $products ) {
		$policy = array( 'sell' => 'backorder' );
		$days   = absint( get_option( 'backorder_elements_lead_days', 0 ) );
		if ( $days > 0 && $days <= 730 ) {
			$policy['promise'] = array( 'leadTime' => array( 'max' => $days ) );
		}
		// WooCommerce calls a product out of stock from this number on.
		$threshold = absint( get_option( 'woocommerce_notify_no_stock_amount', 0 ) );
		if ( $threshold > 0 ) {
			$policy['threshold'] = $threshold;
		}
		$zone = wp_timezone_string();
		// An offset such as +02:00 is no zone: it does not know of summer.
		if ( preg_match( '/^[A-Z]/', $zone ) ) {
			$policy['timeZone'] = $zone;
		}
		$document = array(
			'version'  => 1,
			'asOf'     => gmdate( 'Y-m-d\TH:i:s\Z' ),
			'policy'   => $policy,
			'products' => array_map( array( __CLASS__, 'product' ), array_values( $products ) ),
		);
		$address  = esc_url_raw( get_option( 'backorder_elements_sign_up_url', '' ), array( 'http', 'https' ) );
		if ( '' !== $address ) {
			$document['signUp'] = array( 'url' => $address );
			$privacy            = get_privacy_policy_url();
			if ( '' !== $privacy ) {
				$document['signUp']['privacyUrl'] = $privacy;
			}
		}
		/**
		 * The document, before it is printed or sent.
		 *
		 * @param array<string, mixed> $document The document.
		 */
		return apply_filters( 'backorder_elements_document', $document );
	}

	/**
	 * A product with its variations.
	 *
	 * @param WC_Product $product Product.
	 * @return array<string, mixed>
	 */
	private static function product( $product ) {
		$slug  = (string) $product->get_slug();
		$entry = self::names( $product ) + ( '' === $slug ? array() : array( 'handle' => $slug ) );
		if ( ! $product->is_type( 'variable' ) ) {
			return $entry + self::record( $product );
		}
		$entry            += self::told( $product );
		$entry['variants'] = array();
		foreach ( $product->get_children() as $id ) {
			$variation = wc_get_product( $id );
			if ( ! $variation instanceof WC_Product || 'publish' !== $variation->get_status() ) {
				continue;
			}
			$options = array();
			// By the names and values of the form's own fields; an empty value stands for any.
			foreach ( $variation->get_variation_attributes() as $name => $value ) {
				$options[ (string) $name ] = (string) $value;
			}
			$entry['variants'][] = self::names( $variation ) + ( $options ? array( 'options' => $options ) : array() ) + self::record( $variation );
		}
		return $entry;
	}

	/**
	 * Id and SKU. A variation without a SKU of its own answers with its product's, which would name them all alike.
	 *
	 * @param WC_Product $product Product or variation.
	 * @return array<string, mixed>
	 */
	private static function names( $product ) {
		$sku = (string) $product->get_sku( $product->is_type( 'variation' ) ? 'edit' : 'view' );
		return array( 'id' => $product->get_id() ) + ( '' === $sku ? array() : array( 'sku' => $sku ) );
	}

	/**
	 * What is known of the stock of a simple product or a variation.
	 *
	 * @param WC_Product $product Product or variation.
	 * @return array<string, mixed>
	 */
	private static function record( $product ) {
		$in_stock = $product->is_in_stock();
		$record   = array( 'orderable' => $in_stock && $product->is_purchasable() );
		$stock    = $product->get_stock_quantity();
		if ( ! $product->managing_stock() ) {
			$record['tracked'] = false;
			if ( ! $in_stock ) {
				$record['status'] = 'sold-out';
			} elseif ( 'onbackorder' === $product->get_stock_status() ) {
				$record['status'] = 'backorder';
			}
		} else {
			// Pieces kept back by the shop's own threshold are no contradiction to "out of stock".
			if ( null !== $stock && ( $in_stock || $stock <= 0 ) ) {
				$record['onHand'] = (int) floor( $stock );
			} elseif ( ! $in_stock ) {
				$record['status'] = 'sold-out';
			}
			$record['availableForBackorder'] = $product->backorders_allowed() ? 'unlimited' : 0;
		}
		$min = (int) $product->get_min_purchase_quantity();
		if ( $product->is_sold_individually() ) {
			$record['quantity'] = array( 'max' => 1 );
		} elseif ( $min > 1 ) {
			$record['quantity'] = array( 'min' => $min );
		}
		$told = self::told( $product );
		if ( isset( $told['release'] ) && self::is_to_come( $told['release'] ) ) {
			$record['status'] = $record['orderable'] ? 'preorder' : 'coming-soon';
		}
		return $record + $told;
	}

	/**
	 * What the merchant has told: limit and dates. Of a product with variations it holds for each that has none of its own.
	 *
	 * @param WC_Product $product Product or variation.
	 * @return array<string, mixed>
	 */
	private static function told( $product ) {
		$told  = array();
		$limit = self::limit( $product );
		if ( null !== $limit ) {
			$told['policy'] = array( 'limit' => $limit );
		}
		foreach ( array(
			'restock' => self::SHIPS_ON,
			'release' => self::RELEASE_ON,
		) as $field => $key ) {
			$date = (string) $product->get_meta( $key );
			if ( '' === $date && 'release' === $field && $product->is_type( 'variation' ) ) {
				$parent = wc_get_product( $product->get_parent_id() );
				$date   = $parent ? (string) $parent->get_meta( $key ) : '';
			}
			if ( preg_match( self::DATE, $date ) ) {
				$told[ $field ] = $date;
			}
		}
		return $told;
	}

	/**
	 * Pieces that may be sold beyond the shelf in all; null without a limit.
	 *
	 * @param WC_Product $product Product or variation.
	 * @return int|null
	 */
	private static function limit( $product ) {
		$limit = (string) $product->get_meta( self::LIMIT );
		return preg_match( '/^\d{1,9}$/', $limit ) ? (int) $limit : null;
	}

	/**
	 * Whether a date is still to come. One told as a week or a quarter is until its year ends.
	 *
	 * @param string $date Date.
	 * @return bool
	 */
	private static function is_to_come( $date ) {
		$last = substr( (string) strrchr( '/' . $date, '/' ), 1 );
		if ( preg_match( '/[WQ]/', $last ) ) {
			$last = substr( $last, 0, 4 ) . '-12-31';
		} elseif ( 7 === strlen( $last ) ) {
			$last .= '-31';
		}
		return $last >= wp_date( 'Y-m-d' );
	}

	/* The endpoint */

	/** GET /wp-json/backorder-elements/v1/availability?products=12,oak-bench: public, as the pages are that tell the same. */
	public static function register_route() {
		if ( ! self::has_shop() ) {
			return;
		}
		register_rest_route(
			'backorder-elements/v1',
			'/availability',
			array(
				'methods'             => 'GET',
				'callback'            => array( __CLASS__, 'answer' ),
				'permission_callback' => '__return_true',
				'args'                => array(
					'products' => array(
						'type'              => 'string',
						'required'          => true,
						'sanitize_callback' => 'sanitize_text_field',
					),
				),
			)
		);
	}

	/**
	 * Answers with the document of the products asked for.
	 *
	 * @param WP_REST_Request $request Request.
	 * @return WP_REST_Response
	 */
	public static function answer( $request ) {
		$references = array_unique( array_filter( array_map( 'trim', explode( ',', (string) $request->get_param( 'products' ) ) ), 'strlen' ) );
		$products   = array();
		foreach ( array_slice( $references, 0, self::MOST_REFERENCES ) as $reference ) {
			$product = self::find( $reference );
			if ( $product ) {
				$products[ $product->get_id() ] = $product;
			}
		}
		$document = self::document( $products );
		$etag     = '"' . md5( (string) wp_json_encode( array( 'asOf' => null ) + $document ) ) . '"';
		// Caches may weaken the tag.
		$known    = in_array( $etag, array_map( 'trim', explode( ',', str_replace( 'W/', '', (string) $request->get_header( 'if_none_match' ) ) ) ), true );
		$response = new WP_REST_Response( $known ? null : $document, $known ? 304 : 200 );
		$response->header( 'Cache-Control', 'public, max-age=60' );
		$response->header( 'ETag', $etag );
		return $response;
	}

	/**
	 * The published product that a page means: by id, SKU or slug; a variation's leads to its product.
	 *
	 * @param string $reference Reference.
	 * @return WC_Product|null
	 */
	private static function find( $reference ) {
		$product = ctype_digit( $reference ) ? wc_get_product( (int) $reference ) : null;
		if ( ! $product ) {
			$id      = wc_get_product_id_by_sku( $reference );
			$page    = $id ? null : get_page_by_path( sanitize_title( $reference ), OBJECT, 'product' );
			$product = $id || $page ? wc_get_product( $id ? $id : $page->ID ) : null;
		}
		if ( $product && $product->is_type( 'variation' ) ) {
			$product = wc_get_product( $product->get_parent_id() );
		}
		// Drafts, private products and those behind a password are nobody's business.
		return $product && 'publish' === $product->get_status() && '' === (string) $product->get_post_password() ? $product : null;
	}

	/* The cart line */

	/**
	 * Takes the promise that the product form has posted. WooCommerce's forms carry no nonce, and nothing is done with it but
	 * keep it with the shopper's own line.
	 *
	 * @param array<string, mixed> $data The line's data.
	 * @return array<string, mixed>
	 */
	public static function posted_line( $data ) {
		// phpcs:disable WordPress.Security.NonceVerification.Missing, WordPress.Security.ValidatedSanitizedInput -- See above; sanitised in line().
		if ( ! isset( $data[ self::LINE ] ) && isset( $_POST[ self::TEXT_FIELD ] ) ) {
			$line = self::line( wp_unslash( $_POST[ self::TEXT_FIELD ] ), wp_unslash( $_POST[ self::RECORD_FIELD ] ?? '' ) );
			if ( $line ) {
				$data[ self::LINE ] = $line;
			}
		}
		// phpcs:enable
		return $data;
	}

	/**
	 * The same for the Store API: `{ id, quantity, backorder: { text, record } }`.
	 *
	 * @param array<string, mixed> $data    Data for the cart.
	 * @param WP_REST_Request      $request Request.
	 * @return array<string, mixed>
	 */
	public static function store_api_line( $data, $request ) {
		$sent = $request->get_param( 'backorder' );
		$line = is_array( $sent ) ? self::line( $sent['text'] ?? '', $sent['record'] ?? '' ) : null;
		if ( $line ) {
			$data['cart_item_data'] = array( self::LINE => $line ) + ( $data['cart_item_data'] ?? array() );
		}
		return $data;
	}

	/**
	 * A line's promise, cleaned; null when there is none.
	 *
	 * @param mixed $text   In words.
	 * @param mixed $record As data.
	 * @return array{text: string, record: string}|null
	 */
	private static function line( $text, $record ) {
		$text = is_string( $text ) ? mb_substr( sanitize_text_field( $text ), 0, 500 ) : '';
		if ( '' === $text ) {
			return null;
		}
		return array(
			'text'   => $text,
			'record' => is_string( $record ) && preg_match( self::RECORD, $record ) ? $record : '',
		);
	}

	/**
	 * Shows the promise with the line, in cart and checkout.
	 *
	 * @param array<int, array<string, string>> $shown Data that is shown.
	 * @param array<string, mixed>              $item  Cart line.
	 * @return array<int, array<string, string>>
	 */
	public static function line_text( $shown, $item ) {
		$text = self::promise( $item );
		if ( '' !== $text ) {
			$shown[] = array(
				'key'     => esc_html__( 'Availability', 'backorder-elements' ),
				'value'   => esc_html( $text ),
				'display' => esc_html( $text ),
			);
		}
		return $shown;
	}

	/** Tells the page what is kept with a line, in the Store API's cart: so it can see that the promise has arrived. */
	public static function extend_store_api() {
		if ( ! function_exists( 'woocommerce_store_api_register_endpoint_data' ) ) {
			return;
		}
		woocommerce_store_api_register_endpoint_data(
			array(
				'endpoint'        => 'cart-item',
				'namespace'       => 'backorder-elements',
				'data_callback'   => array( __CLASS__, 'told_line' ),
				'schema_callback' => array( __CLASS__, 'told_schema' ),
				'schema_type'     => ARRAY_A,
			)
		);
	}

	/**
	 * What is kept with a line; empty texts where nothing is.
	 *
	 * @param array<string, mixed> $item Cart line.
	 * @return array{text: string, record: string}
	 */
	public static function told_line( $item ) {
		$line = is_array( $item ) ? $item[ self::LINE ] ?? array() : array();
		return array(
			'text'   => (string) ( $line['text'] ?? '' ),
			'record' => (string) ( $line['record'] ?? '' ),
		);
	}

	/**
	 * The same for the API's own description.
	 *
	 * @return array<string, array<string, mixed>>
	 */
	public static function told_schema() {
		$text = array(
			'type'     => 'string',
			'readonly' => true,
		);
		return array(
			'text'   => array( 'description' => 'The promise in words.' ) + $text,
			'record' => array( 'description' => 'The promise as data.' ) + $text,
		);
	}

	/**
	 * Marks a line of the classic cart page that carries a promise, for the script.
	 *
	 * @param array<string, mixed> $item Cart line.
	 */
	public static function mark_line( $item ) {
		echo self::mark( $item ); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- Escaped there.
	}

	/**
	 * The same in the classic mini cart, after the quantity.
	 *
	 * @param string               $html Quantity and price.
	 * @param array<string, mixed> $item Cart line.
	 * @return string
	 */
	public static function mark_mini_line( $html, $item ) {
		return $html . self::mark( $item );
	}

	/**
	 * An empty element that says what was promised with a line; nothing for other lines.
	 *
	 * @param array<string, mixed> $item Cart line.
	 * @return string
	 */
	private static function mark( $item ) {
		$record = self::told_line( $item )['record'];
		if ( '' === $record || ! isset( $item['data'] ) ) {
			return '';
		}
		$id = $item['data']->get_id();
		// What is true of it now is printed too, so that a later date is seen.
		self::$shown[ $item['data']->get_parent_id() ? $item['data']->get_parent_id() : $id ] = true;
		return sprintf(
			'<span data-backorder-line="%s" data-backorder-line-product="%d" data-backorder-line-quantity="%s"></span>',
			esc_attr( $record ),
			$id,
			esc_attr( (string) $item['quantity'] )
		);
	}

	/** The cart block draws its lines in the browser: there the script is only told that some carry a promise. */
	public static function mark_cart() {
		if ( ! self::has_shop() || ! is_cart() || ! WC()->cart ) {
			return;
		}
		foreach ( WC()->cart->get_cart() as $item ) {
			if ( '' !== self::mark( $item ) ) {
				echo '<i hidden data-backorder-line></i>';
				return;
			}
		}
	}

	/**
	 * Keeps it with the order: the words for everybody, the data for machines.
	 *
	 * @param WC_Order_Item_Product $item   Order line.
	 * @param string                $key    Cart line's key.
	 * @param array<string, mixed>  $values Cart line.
	 */
	public static function order_line( $item, $key, $values ) {
		$text = self::promise( $values );
		if ( '' === $text ) {
			return;
		}
		$item->add_meta_data( __( 'Availability', 'backorder-elements' ), $text, true );
		if ( ! empty( $values[ self::LINE ]['record'] ) ) {
			$item->add_meta_data( '_backorder', $values[ self::LINE ]['record'], true );
		}
		// The page is the shopper's: beside what it has sent stands what the shop itself knew.
		if ( isset( $values['data'] ) ) {
			$item->add_meta_data( '_backorder_shop', wp_json_encode( self::record( $values['data'] ) ), true );
		}
	}

	/**
	 * The promise of a line in words: as the product page has sent it. Blocks, wallets, links and lists send nothing: then as the
	 * shop knows it, each time that it is shown, so that a quantity changed in the cart is counted too.
	 *
	 * @param array<string, mixed> $item Cart line.
	 * @return string Empty when all of it is on the shelf.
	 */
	private static function promise( $item ) {
		$sent = $item[ self::LINE ]['text'] ?? '';
		if ( is_string( $sent ) && '' !== $sent ) {
			return $sent;
		}
		$product = $item['data'] ?? null;
		if ( ! $product instanceof WC_Product ) {
			return '';
		}
		$record = self::record( $product );
		$status = $record['status'] ?? '';
		$wanted = (float) ( $item['quantity'] ?? 1 );
		$later  = empty( $record['orderable'] ) ? 0 : min( $wanted, self::later( $product, $record, $wanted ) );
		if ( $later <= 0 ) {
			return '';
		}
		$text = 'preorder' === $status ? __( 'Pre-order', 'backorder-elements' ) : __( 'Backorder', 'backorder-elements' );
		if ( $later < $wanted ) {
			/* translators: 1: "Backorder", 2: pieces that come later, 3: pieces in all */
			$text = sprintf( __( '%1$s (%2$s of %3$s)', 'backorder-elements' ), $text, $later, $wanted );
		}
		$parent = $product->is_type( 'variation' ) ? wc_get_product( $product->get_parent_id() ) : null;
		$field  = 'preorder' === $status ? 'release' : 'restock';
		$date   = $record[ $field ] ?? ( $parent ? self::told( $parent )[ $field ] ?? '' : '' );
		// A day that has passed is no promise.
		$when = '' !== $date && self::is_to_come( $date ) ? self::date_words( $date ) : '';
		$days = absint( get_option( 'backorder_elements_lead_days', 0 ) );
		if ( '' !== $when ) {
			/* translators: %s: a date, a week, a month, a quarter, or two of them */
			$when = sprintf( 'preorder' === $status ? __( 'released %s', 'backorder-elements' ) : __( 'expected to ship %s', 'backorder-elements' ), $when );
		} elseif ( '' === $date && $days > 0 && $days <= 730 ) {
			/* translators: %d: number of days */
			$when = sprintf( _n( 'ships within %d day', 'ships within %d days', $days, 'backorder-elements' ), $days );
		}
		/* translators: 1: "Backorder", 2: when it ships */
		return '' === $when ? $text : sprintf( __( '%1$s: %2$s', 'backorder-elements' ), $text, $when );
	}

	/**
	 * Pieces of a product, in this cart, that are not on the shelf.
	 *
	 * @param WC_Product           $product Product or variation.
	 * @param array<string, mixed> $record  What is known of it.
	 * @param float                $wanted  Pieces of the line.
	 * @return float
	 */
	private static function later( $product, $record, $wanted ) {
		if ( in_array( $record['status'] ?? '', array( 'backorder', 'preorder' ), true ) ) {
			return $wanted;
		}
		if ( ! isset( $record['onHand'] ) || 'unlimited' !== $record['availableForBackorder'] ) {
			return 0;
		}
		$cart   = WC()->cart ? WC()->cart->get_cart_item_quantities() : array();
		$pieces = max( $wanted, $cart[ $product->get_stock_managed_by_id() ] ?? 0 );
		return $pieces - max( 0, $record['onHand'] - absint( get_option( 'woocommerce_notify_no_stock_amount', 0 ) ) );
	}

	/**
	 * A date of the document in the shop's own words.
	 *
	 * @param string $date A day, a week, a month or a quarter, or two of them.
	 * @return string Empty for what is no date.
	 */
	private static function date_words( $date ) {
		$words = array();
		foreach ( explode( '/', $date ) as $part ) {
			$year = (int) substr( $part, 0, 4 );
			$last = (int) substr( $part, 6 );
			if ( 'Q' === substr( $part, 5, 1 ) ) {
				/* translators: 1: number of the quarter, 2: year */
				$words[] = sprintf( __( 'Q%1$d %2$d', 'backorder-elements' ), $last, $year );
			} elseif ( 'W' === substr( $part, 5, 1 ) ) {
				$monday = ( new DateTime() )->setISODate( $year, $last )->format( 'Y-m-d' );
				/* translators: %s: Monday */
				$words[] = sprintf( __( 'in the week of %s', 'backorder-elements' ), (string) mysql2date( get_option( 'date_format', 'F j, Y' ), $monday . ' 00:00:00' ) );
			} else {
				$month = 7 === strlen( $part );
				$words[] = (string) mysql2date( $month ? 'F Y' : get_option( 'date_format', 'F j, Y' ), $part . ( $month ? '-01' : '' ) . ' 00:00:00' );
			}
		}
		return in_array( '', $words, true ) ? '' : implode( ' – ', $words );
	}

	/**
	 * Machines' data is not shown in the order's own page either.
	 *
	 * @param string[] $keys Meta keys.
	 * @return string[]
	 */
	public static function hidden_meta( $keys ) {
		return array_merge( $keys, array( '_backorder', '_backorder_shop' ) );
	}

	/* The limit */

	/**
	 * Refuses what is past the merchant's limit, by form, AJAX and Store API alike.
	 *
	 * @param bool $passed       Whether others let it pass.
	 * @param int  $product_id   Product.
	 * @param int  $quantity     Pieces.
	 * @param int  $variation_id Variation, or 0.
	 * @return bool
	 */
	public static function may_add( $passed, $product_id, $quantity, $variation_id = 0 ) {
		$product = $passed ? wc_get_product( $variation_id ? $variation_id : $product_id ) : null;
		return $product ? self::fits( $product, (float) $quantity ) : $passed;
	}

	/**
	 * The same when a line's quantity is changed in the cart.
	 *
	 * @param bool                 $passed   Whether others let it pass.
	 * @param string               $key      Cart line's key.
	 * @param array<string, mixed> $item     Cart line as it was.
	 * @param int                  $quantity Pieces.
	 * @return bool
	 */
	public static function may_update( $passed, $key, $item, $quantity ) {
		$more = (float) $quantity - (float) $item['quantity'];
		return $passed && $more > 0 ? self::fits( $item['data'], $more ) : $passed;
	}

	/** The same before the order is placed: others may have bought meanwhile. */
	public static function check_cart() {
		$seen = array();
		foreach ( WC()->cart->get_cart() as $item ) {
			$id = $item['data']->get_id();
			if ( ! isset( $seen[ $id ] ) ) {
				$seen[ $id ] = true;
				self::fits( $item['data'], 0 );
			}
		}
	}

	/**
	 * Whether so many more still keep to the limits of product and variation; else the shopper is told.
	 *
	 * @param WC_Product $product Simple product or variation.
	 * @param float      $more    Pieces besides those in the cart.
	 * @return bool
	 */
	private static function fits( $product, $more ) {
		$own    = self::limit( $product );
		$parent = $product->is_type( 'variation' ) ? wc_get_product( $product->get_parent_id() ) : null;
		$shared = $parent ? self::limit( $parent ) : null;
		$free   = INF;
		if ( null !== $own ) {
			$free = self::free( array( $product ), $own, $product, $more );
		}
		if ( null !== $shared ) {
			$siblings = array_filter( array_map( 'wc_get_product', $parent->get_children() ) );
			$free     = min( $free, self::free( $siblings, $shared, $product, $more ) );
		}
		if ( $free >= 0 ) {
			return true;
		}
		$counts = WC()->cart->get_cart_item_quantities();
		$most   = max( 0, ( $counts[ $product->get_stock_managed_by_id() ] ?? 0 ) + $more + $free );
		wc_add_notice(
			sprintf(
				/* translators: 1: product name, 2: number of pieces */
				esc_html__( 'Of "%1$s" you can order up to %2$s now.', 'backorder-elements' ),
				esc_html( $product->get_name() ),
				esc_html( (string) $most )
			),
			'error'
		);
		return false;
	}

	/**
	 * How much of a limit would be left; below zero when what is wanted goes past it. Pieces from the shelf use none of it,
	 * those sold beyond it before (a stock below zero) do.
	 *
	 * @param WC_Product[] $products All that share the limit.
	 * @param int          $limit    The limit.
	 * @param WC_Product   $wanted   The one that is wanted.
	 * @param float        $more     Pieces of it besides those in the cart.
	 * @return float
	 */
	private static function free( $products, $limit, $wanted, $more ) {
		$in_cart = WC()->cart->get_cart_item_quantities();
		$used    = 0;
		$beyond  = 0;
		// Variations may share their product's stock: it counts once.
		$stocks = array();
		foreach ( $products as $product ) {
			if ( $product->managing_stock() && null !== $product->get_stock_quantity() ) {
				$stocks[ $product->get_stock_managed_by_id() ] = (float) $product->get_stock_quantity();
			}
		}
		foreach ( $stocks as $id => $stock ) {
			$mine   = $id === $wanted->get_stock_managed_by_id();
			$pieces = ( $in_cart[ $id ] ?? 0 ) + ( $mine ? $more : 0 );
			$past   = max( 0, $pieces - max( 0, $stock ) );
			$used  += $past + max( 0, -$stock );
			$beyond = $mine ? $past : $beyond;
		}
		// What lies on the shelf is sold whatever the others have used.
		return $beyond > 0 ? max( $limit - $used, -$beyond ) : INF;
	}

	/* The shop's own pages */

	/** On a site without a shop: where the document is, at the end of Settings > General. */
	public static function register_endpoint() {
		if ( self::has_shop() ) {
			return;
		}
		register_setting(
			'general',
			'backorder_elements_endpoint',
			array(
				'type'              => 'string',
				'default'           => '',
				'sanitize_callback' => array( __CLASS__, 'clean_endpoint' ),
			)
		);
		add_settings_field(
			'backorder_elements_endpoint',
			__( 'Availability document', 'backorder-elements' ),
			array( __CLASS__, 'endpoint_field' ),
			'general',
			'default',
			array( 'label_for' => 'backorder_elements_endpoint' )
		);
	}

	/**
	 * An address of the web or of this site; anything else is none.
	 *
	 * @param mixed $value What was typed.
	 * @return string
	 */
	public static function clean_endpoint( $value ) {
		return is_string( $value ) ? esc_url_raw( trim( $value ), array( 'http', 'https' ) ) : '';
	}

	/** Its field. */
	public static function endpoint_field() {
		printf(
			'<input type="text" inputmode="url" class="regular-text code" id="backorder_elements_endpoint" name="backorder_elements_endpoint" value="%1$s" aria-describedby="backorder_elements_endpoint_note"><p class="description" id="backorder_elements_endpoint_note">%2$s</p>',
			esc_attr( (string) get_option( 'backorder_elements_endpoint', '' ) ),
			esc_html__( 'Address of your shop’s availability document or endpoint, for the block “Availability” in this site’s texts.', 'backorder-elements' )
		);
	}

	/**
	 * Settings, at the end of WooCommerce > Settings > Products > Inventory.
	 *
	 * @param array<int, array<string, mixed>> $settings Settings.
	 * @return array<int, array<string, mixed>>
	 */
	public static function settings( $settings ) {
		return array_merge(
			$settings,
			array(
				array(
					'title' => __( 'Backorder Elements', 'backorder-elements' ),
					'type'  => 'title',
					'id'    => 'backorder_elements',
				),
				array(
					'title'             => __( 'Days to dispatch', 'backorder-elements' ),
					'desc'              => __( 'Promised where no date is known. Empty: no promise.', 'backorder-elements' ),
					'id'                => 'backorder_elements_lead_days',
					'type'              => 'number',
					'custom_attributes' => array(
						'min' => 0,
						'max' => 730,
					),
				),
				array(
					'title' => __( 'Sign-ups go to', 'backorder-elements' ),
					'desc'  => __( 'Address that takes "tell me when it is back". Empty: no form.', 'backorder-elements' ),
					'id'    => 'backorder_elements_sign_up_url',
					'type'  => 'url',
				),
				array(
					'title'   => __( 'Pages are cached', 'backorder-elements' ),
					'desc'    => __( 'Ask for availability when a page is opened, since the page itself may be old.', 'backorder-elements' ),
					'id'      => 'backorder_elements_cached',
					'type'    => 'checkbox',
					'default' => 'no',
				),
				array(
					'type' => 'sectionend',
					'id'   => 'backorder_elements',
				),
			)
		);
	}

	/** Fields in a product's Inventory. */
	public static function product_fields() {
		global $product_object;
		if ( $product_object instanceof WC_Product ) {
			wp_nonce_field( 'backorder_elements_save', 'backorder_elements_nonce', false );
			self::fields( $product_object, '%s' );
		}
	}

	/**
	 * Fields of a variation.
	 *
	 * @param int                  $index     Its place in the form.
	 * @param array<string, mixed> $data      Its data.
	 * @param WP_Post              $variation Its post.
	 */
	public static function variation_fields( $index, $data, $variation ) {
		$product = wc_get_product( $variation->ID );
		if ( $product ) {
			wp_nonce_field( 'backorder_elements_save', 'backorder_elements_nonce_' . absint( $index ), false );
			self::fields( $product, '%s_' . absint( $index ) );
		}
	}

	/**
	 * Prints the fields; WooCommerce escapes what they hold.
	 *
	 * @param WC_Product $product Product or variation.
	 * @param string     $name    Form of the fields' names.
	 */
	private static function fields( $product, $name ) {
		$dates = __( 'A day 2026-12-01, a week 2026-W50, a month 2026-12, a quarter 2026-Q4, or two of them with / between.', 'backorder-elements' );
		foreach ( array(
			self::LIMIT      => array( __( 'Backorder limit', 'backorder-elements' ), __( 'Pieces that may be sold beyond the stock in all. Empty: no limit.', 'backorder-elements' ) ),
			self::SHIPS_ON   => array( __( 'Ships on', 'backorder-elements' ), $dates ),
			self::RELEASE_ON => array( __( 'Released on', 'backorder-elements' ), $dates ),
		) as $key => list( $label, $description ) ) {
			woocommerce_wp_text_input(
				array(
					'id'            => sprintf( $name, $key ),
					'label'         => $label,
					'description'   => $description,
					'desc_tip'      => true,
					'value'         => (string) $product->get_meta( $key ),
					'wrapper_class' => '%s' === $name ? '' : 'form-row form-row-full',
				)
			);
		}
	}

	/**
	 * Saves a product's fields.
	 *
	 * @param WC_Product $product Product.
	 */
	public static function save_product( $product ) {
		self::save( $product, '%s', 'backorder_elements_nonce' );
	}

	/**
	 * Saves a variation's fields.
	 *
	 * @param WC_Product $variation Variation.
	 * @param int        $index     Its place in the form.
	 */
	public static function save_variation( $variation, $index ) {
		self::save( $variation, '%s_' . absint( $index ), 'backorder_elements_nonce_' . absint( $index ) );
	}

	/**
	 * Saves what is well-formed; what is not is left as it was, and said.
	 *
	 * @param WC_Product $product Product or variation.
	 * @param string     $name    Form of the fields' names.
	 * @param string     $nonce   Name of the nonce field.
	 */
	private static function save( $product, $name, $nonce ) {
		$sent = isset( $_POST[ $nonce ] ) ? sanitize_key( wp_unslash( $_POST[ $nonce ] ) ) : '';
		if ( ! wp_verify_nonce( $sent, 'backorder_elements_save' ) || ! current_user_can( 'edit_post', $product->get_id() ) ) {
			return;
		}
		foreach ( array(
			self::LIMIT      => '/^\d{1,9}$/',
			self::SHIPS_ON   => self::DATE,
			self::RELEASE_ON => self::DATE,
		) as $key => $form ) {
			$field = sprintf( $name, $key );
			if ( ! isset( $_POST[ $field ] ) || ! is_string( $_POST[ $field ] ) ) {
				continue;
			}
			$value = trim( sanitize_text_field( wp_unslash( $_POST[ $field ] ) ) );
			if ( '' === $value ) {
				$product->delete_meta_data( $key );
			} elseif ( preg_match( $form, $value ) ) {
				$product->update_meta_data( $key, $value );
			} else {
				/* translators: %s: what was typed */
				WC_Admin_Meta_Boxes::add_error( sprintf( __( 'Backorder Elements could not read "%s"; it was left as it was.', 'backorder-elements' ), esc_html( $value ) ) );
			}
		}
	}
}

Backorder_Elements::start();
