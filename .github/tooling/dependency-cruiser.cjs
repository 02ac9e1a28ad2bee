// Which part of src may import which. Data flows one way: inputs, config, plan, lifecycle, evidence, report.

/** What stands in `from` may import, inside src, only what matches `to`. */
function only(name, comment, from, to, fromNot) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: from, ...(fromNot && { pathNot: fromNot }) },
    to: { path: '^src/', pathNot: to },
  };
}

/** What stands in `from` may import only these npm packages and Node modules. */
function packages(name, comment, from, allowed = []) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: from },
    to: { pathNot: ['^src/', ...allowed.map((item) => `(^|node_modules/)(${item})(/|$)`)] },
  };
}

const pure = ['planner', 'lifecycle', 'evidence', 'report'];
const fake = '^src/(adapters/.+/fake(/|\\.ts$)|fakes\\.generated\\.ts$)';
const sandbox = '^src/(sandbox/|commands/sandbox\\.ts$)';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two parts that need each other are one part: a cycle hides which of them decides.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolved',
      comment:
        'An import that leads nowhere would surface only when its chunk is loaded, in the middle of a rotation.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-dev-packages',
      comment:
        'What runs in a workflow is bundled from declared dependencies, whose licenses and versions are reviewed.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/dev/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-tests-in-src',
      comment: 'Code that runs with real keys must not depend on code that pretends.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^__tests__/' },
    },

    only(
      'domain-is-alone',
      'The words of the business mean the same whatever stands around them.',
      '^src/domain/',
      '^src/domain/',
    ),
    packages(
      'domain-needs-nothing',
      'No library may leak its types or its release dates into the words of the business.',
      '^src/domain/',
      ['(node:)?crypto'],
    ),
    ...pure.map((part) =>
      only(
        `${part}-sees-only-domain`,
        'Plan, lifecycle, evidence and report meet as plain data in a command, so each can be read and tested alone.',
        `^src/${part}/`,
        `^src/(${part}|domain)/`,
      ),
    ),
    packages(
      'planner-packages',
      'Planning is arithmetic on dates: a cron parser and a duration parser are all it needs.',
      '^src/planner/',
      ['croner', 'ms'],
    ),
    packages(
      'lifecycle-packages',
      'The part that decides about life and death of a key is all our own and has no outside effect.',
      '^src/lifecycle/',
    ),
    packages(
      'evidence-packages',
      'Evidence is facts, canonical bytes and hashes: anyone can recompute it.',
      '^src/evidence/',
      ['safe-stable-stringify', '(node:)?crypto'],
    ),
    packages(
      'report-packages',
      'A report is text made from evidence: no I/O and no template language.',
      '^src/report/',
    ),

    {
      name: 'adapter-sees-its-folder',
      comment:
        'An adapter that imports domain, kits, packages and its own folder can be added, read and deleted without touching another.',
      severity: 'error',
      from: { path: '^src/adapters/([^/]+)/([^/]+)/', pathNot: '^src/adapters/vendors/(?!http/)' },
      to: { path: '^src/', pathNot: ['^src/(domain|kits)/', '^src/adapters/$1/$2/'] },
    },
    {
      name: 'vendor-sees-its-folder-and-http',
      comment:
        'A shipped vendor may be a description for the generic HTTP vendor; beyond that it is an adapter like any other.',
      severity: 'error',
      from: { path: '^src/adapters/vendors/(?!http/)([^/]+)/' },
      to: { path: '^src/', pathNot: ['^src/(domain|kits)/', '^src/adapters/vendors/(http|$1)/'] },
    },
    {
      name: 'kit-sees-domain-and-the-adapter-kit',
      comment:
        'What adapters of one cloud share is words and calls of that cloud; a kit that knew an adapter, or another cloud, would couple them all.',
      severity: 'error',
      from: { path: '^src/kits/([^/]+)/' },
      to: { path: '^src/', pathNot: ['^src/domain/', '^src/kits/(adapter|fake|$1)/'] },
    },
    packages(
      'kit-packages',
      'A kit reads settings and answers; a library with a transport of its own belongs to the adapter that wraps it.',
      '^src/kits/',
      ['zod', 'ms', '@sagold/json-pointer'],
    ),
    {
      name: 'kits-are-for-adapters',
      comment:
        'The rest of the program meets adapters through the contracts only, so it has no use for the words in which they are written.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/(adapters|kits|dev)/'] },
      to: { path: '^src/kits/', pathNot: '^src/kits/fake/' },
    },
    {
      name: 'adapters-have-a-kind-and-an-id',
      comment:
        'A loose file beside the adapters would be the shared drawer that couples them all; what is shared stands in a kit.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: ['^src/adapters/[^/]+\\.ts$', '^src/adapters/[^/]+/[^/]+\\.ts$'] },
    },

    only(
      'config-sees-domain-and-catalog',
      'Reading a config must not open a connection, so it knows adapters only through the catalog.',
      '^src/config/',
      ['^src/(config|domain)/', '^src/catalog\\.generated\\.ts$'],
    ),
    only(
      'catalog-sees-adapters',
      'The generated catalog is a list of lazy imports and holds no logic.',
      '^src/catalog\\.generated\\.ts$',
      ['^src/(adapters|domain)/'],
    ),
    only(
      'runtime-sees-domain',
      'Ports are the bottom layer: they serve whoever asks and know no one.',
      '^src/runtime/',
      ['^src/(runtime|domain)/'],
    ),
    only(
      'sandbox-plays-with-fakes',
      'The sandbox is a world for the real program, which it meets only over the ports.',
      '^src/sandbox/',
      ['^src/(sandbox|runtime|domain|adapters|kits/fake)/', '^src/(fakes|catalog)\\.generated\\.ts$'],
    ),

    {
      name: 'main-is-on-top',
      comment: 'The entry decides nothing that another part could want.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/dev/' },
      to: { path: '^src/main\\.ts$' },
    },
    {
      name: 'main-loads-lazily',
      comment:
        'A wrong input is reported before a single library is loaded, and a command loads only what it uses. The reader of inputs itself is light.',
      severity: 'error',
      from: { path: '^src/main\\.ts$' },
      to: {
        path: '^src/(commands|adapters|config|planner|lifecycle|evidence|report|sandbox)/',
        pathNot: '^src/config/(inputs|commands|nodeVersion|usage)\\.ts$',
        dynamic: false,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'commands-put-parts-together',
      comment:
        'There is one place where parts meet; anyone else who imported a command would be a second one.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(main\\.ts$|commands/|dev/|sandbox/)' },
      to: { path: '^src/commands/' },
    },
    {
      name: 'dev-is-never-shipped',
      comment: 'Generators run on a developer machine and must never be in the bundle.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/dev/' },
      to: { path: '^src/dev/' },
    },
    {
      name: 'sandbox-is-apart',
      comment: 'No path of a real rotation may lead into the sandbox.',
      severity: 'error',
      from: { path: '^src/', pathNot: [sandbox, '^src/dev/'] },
      to: { path: '^src/sandbox/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'fakes-are-apart',
      comment: 'A fake in a chunk that the action can load could one day answer for a vendor.',
      severity: 'error',
      from: { path: '^src/', pathNot: [sandbox, fake, '^src/dev/'] },
      to: { path: fake },
    },
    {
      name: 'fake-is-beside-its-adapter',
      comment:
        'A fake speaks the wire of its own adapter; only descriptions share the fake of the HTTP vendor.',
      severity: 'error',
      from: { path: '^src/adapters/([^/]+)/([^/]+)/fake(/|\\.ts$)' },
      to: {
        path: '^src/adapters/.+/fake(/|\\.ts$)',
        pathNot: ['^src/adapters/$1/$2/', '^src/adapters/vendors/http/'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
