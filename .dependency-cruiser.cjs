/** Every arrow of docs/architecture.md. A rule's comment is what a person reads when it fails. */
const only = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    only('no-circular', 'Two modules that need each other are one module, or hide a third.', {}, { circular: true }),
    only(
      'shared-is-pure',
      'src/shared imports nothing of Node, DOM, React or the other rooms.',
      { path: '^src/shared' },
      { path: '^src/(main|renderer)' },
    ),
    only('shared-no-node', 'src/shared runs anywhere.', { path: '^src/shared' }, { dependencyTypes: ['core'] }),
    only(
      'renderer-not-main',
      'The page reaches the backend through its api client only.',
      { path: '^src/renderer' },
      { path: '^src/main' },
    ),
    only('main-not-renderer', 'The backend knows no screen.', { path: '^src/main' }, { path: '^src/renderer' }),
    only(
      'renderer-no-node',
      'The page runs in a sandboxed browser.',
      { path: '^src/renderer' },
      { dependencyTypes: ['core'] },
    ),
    only(
      'electron-in-its-room',
      'Only the Electron door imports electron.',
      { pathNot: '^src/main/(hosts/electron/|index\\.ts$|preload\\.ts$)' },
      { path: '^(electron$|node_modules/electron/)' },
    ),
    only(
      'sqlite-in-the-store',
      'Only the store imports better-sqlite3.',
      { pathNot: '^src/main/store/' },
      { path: 'better-sqlite3' },
    ),
    only(
      'store-knows-shared-only',
      'The store sits at the bottom.',
      { path: '^src/main/store' },
      { path: '^src/main/(?!store)' },
    ),
    only(
      'store-knows-no-api',
      'The store keeps the domain; what crosses to the doors is composed from it in the contract.',
      { path: '^src/main/store' },
      { path: '^src/shared/api' },
    ),
    only(
      'graph-knows-shared-only',
      'Graph sits at the bottom.',
      { path: '^src/main/graph' },
      { path: '^src/main/(?!graph|ports)' },
    ),
    only(
      'outbox-below-services',
      'The outbox runs jobs; it does not know what they are for.',
      { path: '^src/main/outbox' },
      { path: '^src/main/(?!outbox|store|ports)' },
    ),
    only(
      'vault-before-the-backend',
      'The vault opens the queue before there is a backend: it knows the store and nothing above.',
      { path: '^src/main/vault' },
      { path: '^src/main/(?!vault|store)' },
    ),
    only(
      'keyring-in-the-vault',
      'Only the vault asks the operating system for secrets.',
      { pathNot: '^src/main/vault/' },
      { path: '@napi-rs/keyring' },
    ),
    only(
      'practice-tenant-stands-alone',
      'The practice tenant is another program: it may share the SQLite opener, never our client.',
      { path: '^src/main/practice-tenant' },
      { path: '^src/main/(?!practice-tenant|store/sqlite)' },
    ),
    {
      ...only(
        'no-ring-of-services',
        'One capability may build on another, never both on each other.',
        { path: '^src/main/services/[^/]+$' },
        { circular: true },
      ),
      scope: 'folder',
    },
    only(
      'services-not-hosts',
      'A service does not know who calls it.',
      { path: '^src/main/services' },
      { path: '^src/main/(hosts|api|backend|practice-tenant|index|serve|cli|preload)' },
    ),
    only(
      'api-not-hosts',
      'The router does not know the doors.',
      { path: '^src/main/api' },
      { path: '^src/main/(hosts|index|serve|cli|preload)' },
    ),
    only(
      'hosts-through-the-backend',
      'A door carries; it does not reach past the backend.',
      { path: '^src/main/hosts' },
      { path: '^src/main/(store|graph|outbox|services|api)' },
    ),
    only(
      'no-orphans',
      'A module nobody imports is dead.',
      {
        orphan: true,
        pathNot:
          '(\\.d\\.ts$|^src/main/(index|preload|serve|cli)\\.ts$|^src/renderer/main\\.tsx$|tsconfig\\.json$|\\.css$|\\.html$)',
      },
      {},
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
