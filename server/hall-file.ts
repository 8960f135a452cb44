import { readFile } from 'node:fs/promises';
import { HallConfig } from '../common/contract/config.ts';
import { SettingError } from './config.ts';

/** Reads a hall's file. @throws SettingError with the path of the first wrong field. */
export async function readHallFile(file: string): Promise<HallConfig> {
  let content: unknown;
  try {
    content = JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SettingError(`HALL_CONFIG: ${file} can not be read: ${reason}`, { cause });
  }
  return parseHall(content, file);
}

/** @param source named in the message: a file. */
export function parseHall(content: unknown, source: string): HallConfig {
  const parsed = HallConfig.safeParse(content);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new SettingError(`${source}: ${fieldPath(issue?.path ?? [])}: ${issue?.message ?? 'invalid'}`);
}

/** windows[3].queues[1] */
function fieldPath(path: readonly PropertyKey[]): string {
  let text = '';
  for (const part of path) {
    if (typeof part === 'number') text += `[${part}]`;
    else text += text === '' ? String(part) : `.${String(part)}`;
  }
  return text === '' ? 'the file' : text;
}
