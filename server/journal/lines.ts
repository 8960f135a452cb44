/** The longest line that is read: a DayOpened of the largest hall is far shorter. */
const MAX_LINE_LETTERS = 64 * 1024 * 1024;

/**
 * The lines of a byte stream, split at line feeds and nothing else, each without its line feed: a carriage
 * return or a byte order mark stays in its line and is seen. Text after the last line feed is a line too.
 * @throws when a line is longer than any that was ever written.
 */
export async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let rest = '';
  for await (const chunk of bytes) {
    const pieces = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = pieces.pop() ?? '';
    if (rest.length > MAX_LINE_LETTERS) throw new Error(`a line is longer than ${MAX_LINE_LETTERS} letters`);
    yield* pieces;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}
