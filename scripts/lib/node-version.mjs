/** What the build tool can run on: 20.19 and 22.12 are where Node loads ES modules through require. */
const FIRST_SUPPORTED_MINOR = { 20: 19, 22: 12 };
const ALL_SUPPORTED_FROM_MAJOR = 23;

/** Ends the process with one sentence when this Node cannot run the project. */
export function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const supported = major >= ALL_SUPPORTED_FROM_MAJOR || minor >= FIRST_SUPPORTED_MINOR[major];
  if (supported) return;
  console.error(
    `OneWindow needs Node 20.19, 22.12 or newer, and this is Node ${process.versions.node}: install a newer Node.`,
  );
  process.exit(1);
}
