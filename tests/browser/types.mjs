// TypeScript types of a JSON Schema: `node types.mjs SCHEMA TO`.
import { readFile, writeFile } from "node:fs/promises";
import { compile } from "json-schema-to-typescript";

const [, , from, to] = process.argv;

/**
 * A schema as the compiler reads it, which knows an earlier draft: a tuple's items under their old name, and a
 * reference apart from words that stand beside it, which would make it a type of its own.
 */
const earlier = (node) => {
  if (Array.isArray(node)) return node.map(earlier);
  if (typeof node !== "object" || node === null) return node;
  const known = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, earlier(value)]));
  const { $ref, prefixItems, ...rest } = known;
  if (prefixItems) rest.items = prefixItems;
  if ($ref === undefined) return rest;
  return "description" in rest ? { ...rest, allOf: [{ $ref }] } : { $ref };
};

const schema = earlier(JSON.parse(await readFile(from, "utf8")));
const types = await compile(schema, schema.title, {
  additionalProperties: false,
  bannerComment: "// Made from analysis.schema.json.",
  style: { printWidth: 120 },
});
await writeFile(to, types);
