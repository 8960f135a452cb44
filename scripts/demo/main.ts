import { DEFAULT_SPEED, OptionError, type Options, readOptions, USAGE } from './options.ts';
import { startOwnServer } from './own-server.ts';
import { perform } from './perform.ts';
import { Progress } from './progress.ts';
import { answers, demoHallAt, type Stage } from './stage.ts';
import { summaryText } from './summary.ts';

/** Plays a day: options → stage → play → summary. Progress goes to standard error, the summary to output. */

const EXIT_FAILED = 1;
const EXIT_USAGE = 2;

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return error instanceof OptionError ? EXIT_USAGE : EXIT_FAILED;
});
// Connections that are closing would hold the process for a while longer.
process.exit();

async function main(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (options === null) {
    process.stdout.write(USAGE);
    return 0;
  }
  const stopping = new AbortController();
  const stage = await stageFor(options);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopping.abort());
  process.stderr.write(addresses(stage));
  const progress = new Progress(process.stderr, options.minutes);
  try {
    const summary = await perform(options, stage, stopping.signal, (look) => progress.show(look));
    progress.end();
    process.stdout.write(options.json ? `${JSON.stringify(summary, null, 2)}\n` : summaryText(summary));
    if (summary.verdict.passed) return 0;
    const kept = stage.keep();
    if (kept !== null) process.stderr.write(`The log stays in ${kept}\n`);
    return EXIT_FAILED;
  } finally {
    await stage.stop();
  }
}

/** A server that answers is played against; where none does, one is started. */
async function stageFor({ port, speed }: Options): Promise<Stage> {
  const url = `http://localhost:${port}`;
  if (!(await answers(url))) return startOwnServer(port, speed ?? DEFAULT_SPEED);
  const hall = await demoHallAt(url);
  return {
    url,
    hall,
    readLog: null,
    stop: async () => undefined,
    complaints: () => [],
    keep: () => null,
  };
}

function addresses({ url, readLog }: Stage): string {
  const whose = readLog === null ? 'The server that runs already' : 'A server of its own';
  const rows = [
    ['hall display 大厅屏', '/wall'],
    ['window display 窗口屏', '/window?window=w1'],
    ['counter 窗口端', '/counter'],
    ['kiosk 取号机', '/kiosk'],
    ['slip tray 小票盘', '/tray'],
  ];
  const lines = rows.map(([name = '', path = '']) => `  ${url}${path}`.padEnd(52) + name);
  return `${whose} plays the day; meanwhile open\n${lines.join('\n')}\n\n`;
}
