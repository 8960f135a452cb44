/**
 * A new command id: 128 random bits as hex. Not crypto.randomUUID, which browsers only offer on
 * https and localhost, while halls run on plain addresses of their own network.
 */
export function newCommandId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
