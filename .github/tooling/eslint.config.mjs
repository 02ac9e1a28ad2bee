// Run with --config from the repository root, so patterns are relative to the root.
import { builtinModules } from 'node:module';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

// These may touch Node, the network, time and chance; everything else asks for a port.
const outsideWorld = ['src/runtime/**', 'src/sandbox/**', 'src/dev/**', 'src/main.ts'];

const askAPort = 'Ask a port for this: only src/runtime, src/sandbox, src/dev and main.ts touch the world.';
const globals = [
  'console',
  'crypto',
  'fetch',
  'global',
  'globalThis',
  'performance',
  'process',
  'queueMicrotask',
  'require',
  'setImmediate',
  'setInterval',
  'setTimeout',
  'WebSocket',
].map((name) => ({ name, message: askAPort }));

const clockAndChance = [
  "NewExpression[callee.name='Date'][arguments.length=0]",
  "CallExpression[callee.name='Date']",
  "MemberExpression[object.name='Date'][property.name='now']",
  "MemberExpression[object.name='Math'][property.name='random']",
  "MemberExpression[object.name='AbortSignal'][property.name='timeout']",
].map((selector) => ({ selector, message: askAPort }));

const reveal = [
  "MemberExpression[property.name='reveal']",
  "MemberExpression[property.value='reveal']",
  "ObjectPattern > Property[key.name='reveal']",
].map((selector) => ({
  selector,
  message: 'A secret value is unwrapped only in src/runtime and src/domain/secret.ts.',
}));

function noNodeModules(...allowed) {
  const names = builtinModules.filter((name) => !allowed.includes(name));
  const paths = names.flatMap((name) => [name, `node:${name}`]).map((name) => ({ name, message: askAPort }));
  return ['error', { paths }];
}

// A leading underscore says: left out on purpose, as in `const { secret: _secret, ...rest } = entry`.
const unused = {
  argsIgnorePattern: '^_',
  varsIgnorePattern: '^_',
  destructuredArrayIgnorePattern: '^_',
  caughtErrorsIgnorePattern: '^_',
  ignoreRestSiblings: true,
};

export default defineConfig(
  { ignores: ['dist/**', '.build/**', '**/*.generated.ts', '__tests__/fixtures/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['src/**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { requireDefaultForNonUnion: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', unused],
      // Spreading a string counts code points, which is what we want of texts and secrets.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // A contract's methods return promises whether or not this adapter has something to wait for.
      '@typescript-eslint/require-await': 'off',
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-param-reassign': 'error',
      complexity: ['error', 15],
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
      'max-lines-per-function': ['error', 80],
      'no-restricted-globals': ['error', ...globals],
      'no-restricted-syntax': ['error', ...reveal, ...clockAndChance],
      'no-restricted-imports': noNodeModules(),
    },
  },
  {
    // A fake checks the signatures that its adapter sends.
    files: [
      'src/domain/**',
      'src/kits/fake/**',
      'src/evidence/**',
      'src/adapters/*/*/fake.ts',
      'src/adapters/*/*/fake/**',
    ],
    rules: { 'no-restricted-imports': noNodeModules('crypto') },
  },
  {
    files: outsideWorld,
    rules: {
      'no-restricted-globals': 'off',
      'no-restricted-imports': 'off',
      'no-restricted-syntax': ['error', ...reveal],
    },
  },
  { files: ['src/domain/secret.ts'], rules: { 'no-restricted-syntax': ['error', ...clockAndChance] } },
  { files: ['src/runtime/**'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['__tests__/**/*.ts'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-unused-vars': ['error', unused],
      'require-yield': 'off',
    },
  },
  { files: ['.github/tooling/**'], extends: [tseslint.configs.recommended] },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
