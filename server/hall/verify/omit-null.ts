type Present<T> = { [K in keyof T]?: Exclude<T[K], null> };

/** Only the fields that are not null: commands leave out what events write as null. */
export function omitNull<T extends object>(fields: T): Present<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as Present<T>;
}
