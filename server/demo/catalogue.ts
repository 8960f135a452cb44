import type { Matter } from '../../common/contract/config.ts';
import type { Kind } from './codes.ts';
import { implementationCode } from './codes.ts';
import type { DepartmentId } from './departments.ts';
import type { PaperText } from './papers.ts';
import { paperOf } from './papers.ts';
import type { QueueId } from './queues.ts';

/** One matter as the tables of `matters/` write it. */
export interface MatterRow {
  /** Three digits, unique in the whole catalogue, never given twice: part of the id and of the code. */
  readonly number: string;
  readonly name: string;
  readonly english: string;
  readonly department: DepartmentId;
  readonly kind: Kind;
  readonly days: number;
  readonly papers: readonly PaperText[];
  readonly questions: readonly (readonly [question: string, answer: string])[];
}

export function mattersOf(queue: QueueId, rows: readonly MatterRow[]): Matter[] {
  return rows.map((row) => ({
    id: `${queue}-${row.number}`,
    code: implementationCode(row.department, row.kind, row.number),
    name: { 'zh-CN': row.name, en: row.english },
    department: row.department,
    queue,
    papers: row.papers.map(paperOf),
    promisedWorkingDays: row.days,
    questions: row.questions.map(([question, answer]) => ({ question, answer })),
  }));
}
