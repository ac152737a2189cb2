// Reads { document, values: [{ schema, json }] } and writes for each value what Ajv has against it, or null.
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';

const { document, values } = JSON.parse(readFileSync(0, 'utf8'));
const ajv = new Ajv({ strict: false, logger: false });
addFormats(ajv);
ajv.addSchema(document, 'description');

const validators = new Map();
function validator(schema) {
  if (!validators.has(schema)) validators.set(schema, ajv.compile({ $ref: 'description' + schema }));
  return validators.get(schema);
}

process.stdout.write(JSON.stringify(values.map(({ schema, json }) => {
  const validate = validator(schema);
  return validate(JSON.parse(json)) ? null : ajv.errorsText(validate.errors) + ' (' + validate.errors[0].schemaPath + ' ' + JSON.stringify(validate.errors[0].params) + ')';
})));
