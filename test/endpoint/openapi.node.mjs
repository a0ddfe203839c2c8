import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { startEndpoint } from '../support/endpoint.mjs';

/** A value that fits a schema: its example, its first choice, or the least of its type. */
function sample(schema, document) {
  if (schema.$ref) return sample(document.components.schemas[schema.$ref.split('/').at(-1)], document);
  if (schema.example !== undefined) return schema.example;
  if (schema.default !== undefined) return schema.default;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choice = schema.anyOf ?? schema.oneOf;
  if (choice) return sample(choice[0], document);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((it) => sample(it, document)));
  const type = [schema.type].flat().find((it) => it !== 'null');
  if (type === 'object') {
    const fields = Object.entries(schema.properties ?? {}).filter(([name]) =>
      schema.required?.includes(name),
    );
    return Object.fromEntries(fields.map(([name, it]) => [name, sample(it, document)]));
  }
  if (type === 'array')
    return Array.from({ length: schema.minItems ?? 0 }, () => sample(schema.items, document));
  if (type === 'integer' || type === 'number') return Math.max(schema.minimum ?? 1, 1);
  if (type === 'boolean') return false;
  if (schema.format === 'email') return 'ann@example.com';
  return 'a'.repeat(Math.max(1, schema.minLength ?? 1));
}

describe('GET /openapi.json', () => {
  let shop;
  let document;

  before(async () => {
    shop = await startEndpoint();
    document = (await shop.ask('GET', '/openapi.json', { as: '' })).json;
  });
  after(() => shop.stop());

  it('is a valid document of OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(document));
    assert.deepEqual(errors, undefined);
    assert.equal(valid, true);
    assert.equal(document.openapi, '3.1.0');
  });

  it('names every route of the API, and none that is not there', () => {
    const told = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const served = shop.endpoint.routes.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/v1/'))
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)(?:\{[^}]*\})?/g, '{$1}')}`);
    assert.deepEqual(told.sort(), [...new Set(served)].sort());
  });

  it('says of each route what it is, and how it fails', () => {
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [method, route] of Object.entries(methods)) {
        assert.ok(route.summary, `${method} ${path}: no summary`);
        assert.ok(Object.keys(route.responses).length > 0, `${method} ${path}: no responses`);
      }
    }
  });

  it('asks for a key exactly where the route does', async () => {
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [method, route] of Object.entries(methods)) {
        if (!route.security) continue;
        const type = Object.keys(route.requestBody?.content ?? {})[0];
        const sent = type ? { body: '{}', headers: { 'content-type': type } } : {};
        const url = path.replace(/\{\w+\}/g, 'a');
        const { status } = await shop.ask(method.toUpperCase(), url, { ...sent, as: '' });
        assert.equal(status, 401, `${method} ${path}`);
      }
    }
    assert.equal(document.components.securitySchemes.key.scheme, 'bearer');
  });

  it('tells enough to make a request that the schema of each route takes', async () => {
    let made = 0;
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [method, route] of Object.entries(methods)) {
        const url = path.replace(/\{\w+\}/g, 'a');
        const query = (route.parameters ?? [])
          .filter((it) => it.in === 'query' && it.required)
          .map((it) => `${it.name}=${encodeURIComponent(sample(it.schema, document))}`);
        const content = route.requestBody?.content ?? {};
        const type = Object.keys(content).find((it) => /json|form-urlencoded/.test(it));
        const value = type && sample(content[type].schema, document);
        const body = type?.includes('form') ? new URLSearchParams(value).toString() : value;
        const headers = { 'idempotency-key': 'made-of-the-document', ...(type && { 'content-type': type }) };
        const address = [url, query.join('&')].filter(Boolean).join('?');
        const { status, json } = await shop.ask(method.toUpperCase(), address, { body, headers });
        assert.notEqual(status, 500, `${method} ${path}`);
        assert.notEqual(status, 415, `${method} ${path}`);
        assert.notEqual(json?.code, 'invalid-field', `${method} ${path}: ${json?.field}`);
        made += 1;
      }
    }
    assert.ok(made >= 12);
  });
});
