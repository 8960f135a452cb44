type Present<T> = { [K in keyof T]?: Exclude<T[K], null> };

/** Only the fields that are not null: commands leave out what events write as null. */
export function omitNull<T extends object>(fields: T): Present<T> {
  const present: Record<string, unknown> = {};
  for (const key in fields) if (fields[key] !== null) present[key] = fields[key];
  return present as Present<T>;
}
