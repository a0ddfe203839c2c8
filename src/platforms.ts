/**
 * Readers of what shop systems say of stock in their own JSON, page or API: each gives the records that `decide()` takes. Pure and
 * total, without a DOM and without a network; what a bundler is not asked for, it leaves out. And the way back: an offer as
 * structured data.
 *
 * @module backorder-elements/platforms
 */
export { readCatalogProduct as readBigcommerceCatalogProduct } from './platforms/bigcommerce/read-catalog-product.js';
export { readGraphqlProduct as readBigcommerceGraphqlProduct } from './platforms/bigcommerce/read-graphql-product.js';
export { readProductAttributes as readBigcommerceProductAttributes } from './platforms/bigcommerce/read-product-attributes.js';
export { readCommercetoolsProducts } from './platforms/commercetools/read-product.js';
export { readEcwidProducts } from './platforms/ecwid/read-product.js';
export { readMagentoProducts } from './platforms/magento/read-graphql-product.js';
export { readMagentoConfig } from './platforms/magento/read-luma-config.js';
export { readMedusaProducts } from './platforms/medusa/read-product.js';
export { readPrestashopProducts } from './platforms/prestashop/read-product.js';
export { readSaleorProducts } from './platforms/saleor/read-product.js';
export { scriptJson as schemaOrgScript } from './platforms/schema-org/script-json.js';
export { toSchemaOrg } from './platforms/schema-org/to-schema-org.js';
export type { OfferFacts, QuantitativeValue, SchemaOrgOffer } from './platforms/schema-org/to-schema-org.js';
export { readStructuredProducts } from './platforms/schema-org/read-structured-products.js';
export { readProductJson as readShopifyProductJson } from './platforms/shopify/read-product-json.js';
export { readStorefrontProduct as readShopifyStorefrontProduct } from './platforms/shopify/read-storefront-product.js';
export { preorderPlansOf as shopifyPreorderPlansOf } from './platforms/shopify/selling-plans.js';
export { readShopwareProducts } from './platforms/shopware/read-product.js';
export { readSnipcartButton, readSnipcartProducts } from './platforms/snipcart/read-product.js';
export { readSquarespaceProducts } from './platforms/squarespace/read-product.js';
export { readVendureProducts } from './platforms/vendure/read-product.js';
export { readWixInventory } from './platforms/wix/read-inventory.js';
export { readProductClass as readWoocommerceProductClass } from './platforms/woocommerce/read-product-class.js';
export { readRestProduct as readWoocommerceRestProduct } from './platforms/woocommerce/read-rest-product.js';
export { readStoreProduct as readWoocommerceStoreProduct } from './platforms/woocommerce/read-store-product.js';
export { readVariations as readWoocommerceVariations } from './platforms/woocommerce/read-variations.js';
export type { ProductReading, VariantReading } from './platforms/reading.js';
export type { Cart, CartLine, Choices, PageJson, Place, Platform, ReadJson } from './platforms/platform.js';
export type { PreorderPlan, PreorderPlans } from './platforms/shopify/selling-plans.js';
