import { spawn, spawnSync } from 'node:child_process';

/** How long a child gets to end by itself after it was asked to. */
const KILL_GRACE_MS = 5_000;
const onWindows = process.platform === 'win32';

/**
 * Runs a command with its output passed through.
 *
 * The child leads its own process group, so that on an overrun, or when this process is told to stop,
 * everything it started goes with it (browsers, servers, workers), not only the first process.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{cwd: string, timeoutMs: number, env?: NodeJS.ProcessEnv, output?: number}} options with `output`, an
 *   open file takes the output instead
 * @returns {Promise<{ok: boolean, timedOut: boolean}>} never rejects: a command that cannot start is not ok
 */
export function run(command, args, { cwd, timeoutMs, env = process.env, output }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: output === undefined ? 'inherit' : ['ignore', output, output],
      detached: !onWindows,
    });
    let timedOut = false;
    let stoppedBy;
    let lastResort;
    const stop = () => {
      signalTree(child.pid, 'SIGTERM');
      lastResort ??= setTimeout(() => signalTree(child.pid, 'SIGKILL'), KILL_GRACE_MS);
    };
    const onSignal = (signal) => {
      stoppedBy = signal;
      stop();
    };
    const limit = setTimeout(() => {
      timedOut = true;
      stop();
    }, timeoutMs);
    process.on('SIGINT', onSignal).on('SIGTERM', onSignal);

    let settled = false;
    const settle = (ok) => {
      if (settled) return;
      settled = true;
      clearTimeout(limit);
      clearTimeout(lastResort);
      process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
      if (timedOut) signalTree(child.pid, 'SIGKILL');
      // With our listeners gone, the signal now ends this process as if it had come here alone.
      if (stoppedBy) process.kill(process.pid, stoppedBy);
      else resolve({ ok: ok && !timedOut, timedOut });
    };
    child.once('error', (error) => {
      console.error(`${command} could not be started: ${error.message}`);
      settle(false);
    });
    child.once('exit', (code) => settle(code === 0));
  });
}

/** Runs one of the project's own tools with this very Node: no shell, no .cmd shims, no PATH. */
export function runNode(args, options) {
  return run(process.execPath, args, options);
}

function signalTree(pid, signal) {
  if (pid === undefined) return;
  if (onWindows) {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch (error) {
    // ESRCH: the whole group is gone already, which is what was wanted.
    if (error.code !== 'ESRCH') throw error;
  }
}
