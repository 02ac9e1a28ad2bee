/**
 * What a step before ours could leave in GITHUB_ENV to run its code inside ours, or to decide where ours connects. The steps of
 * action.yml set each to nothing: `env:` of a step wins over GITHUB_ENV.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export const BLANKED: Readonly<Record<string, string>> = {
  REKEY_SANDBOX: 'allows plain http to loopback',
  REKEY_SANDBOX_SPEED: 'shortens every wait, the grace period too',
  NODE_OPTIONS: 'makes Node load code, a debugger or other certificates',
  NODE_PATH: 'makes Node find other packages',
  NODE_COMPILE_CACHE: 'makes Node 22 run compiled code from a folder in place of ours',
  NODE_DEBUG: 'prints what is sent',
  NODE_TLS_REJECT_UNAUTHORIZED: 'accepts every certificate',
  NODE_V8_COVERAGE: 'writes files',
  NODE_REDIRECT_WARNINGS: 'writes files',
  OPENSSL_CONF: 'makes OpenSSL load a library',
  OPENSSL_MODULES: 'makes OpenSSL load a library',
  OPENSSL_ENGINES: 'makes OpenSSL load a library',
  BASH_ENV: 'makes bash run a script first',
  ENV: 'makes a shell run a script first',
  LD_PRELOAD: 'loads a library into every process',
  LD_AUDIT: 'loads a library into every process',
  LD_LIBRARY_PATH: 'loads other libraries',
  DYLD_INSERT_LIBRARIES: 'loads a library into every process, on macOS',
  DYLD_LIBRARY_PATH: 'loads other libraries, on macOS',
  DYLD_FRAMEWORK_PATH: 'loads other libraries, on macOS',
};
