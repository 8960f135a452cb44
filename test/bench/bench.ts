/** What a benchmark is, and what it brings back. */

export interface Table {
  title: string;
  head: string[];
  rows: string[][];
}

/** Something the project has promised of itself. */
export interface Aim {
  aim: string;
  measured: string;
  /** Null when the machine was too unsteady to say. */
  met: boolean | null;
}

export interface Report {
  /** How it was measured, in sentences. */
  how: string;
  tables: Table[];
  aims: Aim[];
}

export interface Bench {
  name: string;
  title: string;
  /** It is ended when it takes longer than this. */
  limitMs: number;
  load: () => Promise<{ run: () => Promise<Report> }>;
}
