// `npm run benchmark -- intake`, `-- graph` and so on: measures, and fails where a goal is missed.
const measurements = {
  encryption: async () => (await import('./encryption/index.ts')).measureEncryption(),
  graph: async () => (await import('./graph/index.ts')).measureGraph(),
  intake: async () => (await import('./intake/index.ts')).measureIntake(),
  idle: async () => (await import('./idle/index.ts')).measureIdle(),
  page: async () => (await import('./page/index.ts')).measurePage(),
  memory: async () => (await import('./memory/index.ts')).measureMemory(),
  refresh: async () => (await import('./refresh/index.ts')).measureRefresh(),
  register: async () => (await import('./register/index.ts')).measureRegister(),
  shift: async () => (await import('./shift/index.ts')).measureShift(),
  size: async () => (await import('./size/index.ts')).measureSize(),
  start: async () => (await import('./start/index.ts')).measureStart(),
  queue: async () => (await import('./queue/index.ts')).measureQueue(),
};

const name = process.argv[2] ?? '';
if (!Object.hasOwn(measurements, name)) {
  process.stderr.write(`Name one of: ${Object.keys(measurements).join(', ')}.\n`);
  process.exitCode = 2;
} else if (!(await measurements[name]())) {
  process.exitCode = 1;
}
