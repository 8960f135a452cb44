import { createHash } from 'node:crypto';
import { Command } from '../../common/contract/commands.ts';
import { Setup } from '../../common/contract/config.ts';
import type { HallCommand } from '../../server/hall/commands.ts';
import { DAY_FILE_FORMAT, eventLine, headerLine, trailerLine } from '../../server/hall/day-file.ts';
import type { Draft } from '../../server/hall/events.ts';
import type { VerifierParts } from '../../server/hall/verify/verify.ts';
import { GENESIS, seal } from '../../server/journal/chain.ts';

/** Days as exported files, and what proves them. */

/** Each day of a log as the lines of its file, sealed into one chain. */
export function dayFiles(drafts: readonly Draft[], hall = 'small'): string[][] {
  const files: string[][] = [];
  let previousHash = GENESIS;
  for (const day of daysOf(drafts)) {
    const [first] = day;
    if (first?.type !== 'DayOpened') throw new Error('a log begins with a day');
    const rows = seal(first.seq - 1, previousHash, day);
    const last = rows.at(-1);
    if (last === undefined) throw new Error('a day has at least its first event');
    files.push([
      headerLine({ format: DAY_FILE_FORMAT, hall, day: first.day, firstSeq: first.seq, previousHash }),
      ...rows.map(({ text, hash }) => eventLine(text, hash)),
      trailerLine({ closed: day.at(-1)?.type === 'DayClosed', lastSeq: last.seq, lastHash: last.hash }),
    ]);
    previousHash = last.hash;
  }
  return files;
}

function daysOf(drafts: readonly Draft[]): Draft[][] {
  const days: Draft[][] = [];
  for (const draft of drafts) {
    if (draft.type === 'DayOpened') days.push([]);
    days.at(-1)?.push(draft);
  }
  return days;
}

const OF_THE_CLOCK: ReadonlySet<HallCommand['type']> = new Set([
  ...(['CloseDay', 'MissUnanswered', 'BeginAssignment', 'EndAssignment', 'BeginPlan'] as const),
]);

export const verifierParts: VerifierParts = {
  sha256: (text) => createHash('sha256').update(text).digest('hex'),
  wellFormed: (command: HallCommand) => {
    if (command.type === 'OpenDay' || command.type === 'ConfigureHall')
      return Setup.safeParse(command.setup).success;
    if (OF_THE_CLOCK.has(command.type)) return true;
    return Command.safeParse(command).success;
  },
};
