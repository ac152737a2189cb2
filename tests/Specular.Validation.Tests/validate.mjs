// Reads { document, values: [{ schema, json }] } and writes for each value what Ajv has against it, or null.
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';

const { document, values } = JSON.parse(readFileSync(0, 'utf8'));
const ajv = new Ajv({ strict: false, logger: false, multipleOfPrecision: 6 });
addFormats(ajv);

// A time of day has no offset in C#, and is sent as RFC 3339's partial-time.
ajv.addFormat('time', ajv.formats['iso-time']);
ajv.addSchema(document, 'description');

const validators = new Map();
function validator(schema) {
  if (!validators.has(schema)) validators.set(schema, ajv.compile({ $ref: 'description' + schema }));
  return validators.get(schema);
}

process.stdout.write(JSON.stringify(values.map(({ schema, json }) => {
  const validate = validator(schema);
  if (validate(JSON.parse(json))) return null;
  return ajv.errorsText(validate.errors, { dataVar: '$' }) + validate.errors.map(error => '\n  ' + error.schemaPath + ' ' + JSON.stringify(error.params)).join('');
})));
