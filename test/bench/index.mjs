// `npm run bench -- intake` or `-- graph`: measures, and fails where a goal is missed.
const benches = {
  graph: async () => (await import('./graph/index.ts')).benchGraph(),
  intake: async () => (await import('./intake/index.ts')).benchIntake(),
};

const name = process.argv[2] ?? '';
if (!Object.hasOwn(benches, name)) {
  process.stderr.write(`Name one of: ${Object.keys(benches).join(', ')}.\n`);
  process.exitCode = 2;
} else if (!(await benches[name]())) {
  process.exitCode = 1;
}
