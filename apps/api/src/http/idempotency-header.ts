/** For the document: a POST that creates takes a key under which it is done once, however often it is sent. */
export const idempotencyHeader = {
  name: 'Idempotency-Key',
  required: false,
  description: 'The same key and body give the same answer; another body under the same key is refused',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
} as const;
